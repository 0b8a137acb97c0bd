import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { HandoverView } from "@talent/shared/contract/schemas/posts";
import { HANDOVER_LABELS } from "@talent/shared/labels/posts";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tap } from "../../../components/base/Tap";
import { Empty, ErrorState, ListEnd, SkeletonCards, StaleLine } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { open } from "../../../hooks/navigation";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { handoverTexts } from "../handoverTexts";
import "../posts.scss";

function HandoverCard({ handover }: { handover: HandoverView }) {
  const t = useTexts(handoverTexts);
  const words = useWords();
  const { id, kind, postName, departmentName, from, to, onDay, untilOn, cases, moving } = handover;
  const count = moving ? t.moving : t.cases(cases);
  return (
    <Tap className="po-card" role="link" onTap={() => open("handover", { id })}>
      <View className="row">
        <Text className="grow b">{t.line(from.name, to.name)}</Text>
        {handover.canAcknowledge ? <StatusMark shape="waiting" word={t.toRead} className="t-s none" /> : null}
      </View>
      <View>{`${words.say(HANDOVER_LABELS[kind])}　${count}`}</View>
      <View className="t-s ink-2">{`${departmentName} ${postName}`}</View>
      <View className="t-s ink-2">
        {untilOn === undefined ? words.day(onDay) : `${words.day(onDay)}　${t.until(words.date(untilOn))}`}
      </View>
    </Tap>
  );
}

function Handovers({ me }: { me: Me }) {
  const t = useTexts(handoverTexts);
  const list = usePages("handovers.list", {});
  const refresh = () => void list.refresh();
  return (
    <StaffColumn me={me} current="posts" title={t.title} sub onRefresh={list.refresh} onEnd={list.more}>
      <StaleLine since={list.staleSince} onRefresh={refresh} />
      {list.loading ? <SkeletonCards /> : null}
      {list.error !== undefined && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={refresh} />
      ) : null}
      {!list.loading && list.error === undefined && list.rows.length === 0 ? (
        <Empty
          icon="list"
          text={t.empty}
          hint={t.emptyHint}
          action={{ text: t.toPlan, onTap: () => open("posts") }}
        />
      ) : null}
      {list.rows.map((handover) => (
        <HandoverCard key={handover.id} handover={handover} />
      ))}
      <ListEnd hasMore={list.hasMore} busy={list.loadingMore} onMore={list.more} />
    </StaffColumn>
  );
}

/** 交接清单: every handover of the own department, newest first. */
export default function HandoversPage() {
  return <StaffGate may={(me) => mayEnter(me, "posts")}>{(me) => <Handovers me={me} />}</StaffGate>;
}

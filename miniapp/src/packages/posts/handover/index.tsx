import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { HandoverView } from "@talent/shared/contract/schemas/posts";
import { Heading } from "../../../components/base/Heading";
import { StatusMark } from "../../../components/base/StatusMark";
import { ErrorState, SkeletonRows } from "../../../components/list/States";
import { Banner } from "../../../components/staff/Banner";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { StaffButton } from "../../../components/staff/StaffButton";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { usePages } from "../../../hooks/usePages";
import { useQuery } from "../../../hooks/useQuery";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { handoverTexts } from "../handoverTexts";
import "../posts.scss";
import { HandedOverCases } from "./HandedOverCases";

function ReadMarks({ handover }: { handover: HandoverView }) {
  const t = useTexts(handoverTexts);
  const words = useWords();
  return (
    <View className="mt-2 t-s">
      {[handover.from, handover.to].map(({ accountId, name, acknowledgedAt }) => (
        <StatusMark
          key={accountId}
          shape={acknowledgedAt === undefined ? "waiting" : "done"}
          word={acknowledgedAt === undefined ? t.unread(name) : t.read(name, words.moment(acknowledgedAt))}
          className="mt-1"
        />
      ))}
    </View>
  );
}

/** What happened, and that the list has been read. */
function HandoverHead({
  handover,
  onRead,
}: {
  handover: HandoverView;
  onRead: (handover: HandoverView) => void;
}) {
  const t = useTexts(handoverTexts);
  const words = useWords();
  const write = useWrite("handovers.acknowledge");
  const { kind, from, to, onDay, untilOn, cases, moving } = handover;
  const acknowledge = async () => {
    const done = await write.run({ params: { id: handover.id } });
    if (done === undefined) return;
    announce(t.acknowledged);
    onRead(done.data);
  };
  return (
    <View className="po-card">
      <Heading className="b t-l">{t.what[kind](from.name, to.name)}</Heading>
      <View className="ink-2">{`${handover.departmentName} ${handover.postName}`}</View>
      <View>
        {[
          words.day(onDay),
          moving ? t.moving : t.cases(cases),
          ...(untilOn === undefined ? [] : [t.until(words.date(untilOn))]),
        ].join("　")}
      </View>
      <ReadMarks handover={handover} />
      {write.error === undefined ? null : (
        <Banner
          tone="brick"
          mark="refused"
          text={errorSentence(write.error, words.language)}
          className="mt-3"
        />
      )}
      {handover.canAcknowledge ? (
        <View className="row mt-3">
          <StaffButton
            kind="primary"
            text={t.acknowledge}
            busyText={write.busy ? t.acknowledging : undefined}
            onTap={() => void acknowledge()}
          />
        </View>
      ) : null}
    </View>
  );
}

function Handover({ me }: { me: Me }) {
  const t = useTexts(handoverTexts);
  const { id = "" } = pageParams();
  const query = useQuery("handovers.read", { params: { id } }, { keep: true });
  const list = usePages("handovers.cases", {}, true, { id });
  const refresh = () => Promise.all([query.refresh(), list.refresh()]);
  return (
    <StaffColumn me={me} current="posts" title={t.title} sub onRefresh={refresh} onEnd={list.more}>
      {query.loading ? <SkeletonRows rows={3} /> : null}
      {query.data === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void refresh()} />
      ) : null}
      {query.data === undefined ? null : (
        <>
          <HandoverHead handover={query.data} onRead={query.replace} />
          {query.data.cases === 0 && !query.data.moving ? (
            <View className="ink-2 mt-3">{t.noCases}</View>
          ) : (
            <HandedOverCases list={list} />
          )}
        </>
      )}
    </StaffColumn>
  );
}

/** One 交接清单: which cases, their state, when they are due, the last progress, and 已知悉. */
export default function HandoverPage() {
  return <StaffGate may={(me) => mayEnter(me, "posts")}>{(me) => <Handover me={me} />}</StaffGate>;
}

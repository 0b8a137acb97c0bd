import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Checklist } from "@talent/shared/contract/schemas/counterDuties";
import { CHECKLIST_KIND_LABELS } from "@talent/shared/labels/counters";
import { useState } from "react";
import { Section } from "../../../components/base/Section";
import { StatusMark } from "../../../components/base/StatusMark";
import { Chips } from "../../../components/form/Choices";
import { Empty, ErrorState, ListEnd, SkeletonRows } from "../../../components/list/States";
import type { Layout } from "../../../components/staff/browser/layout";
import { pageParams } from "../../../hooks/navigation";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CounterGate, CounterPage } from "../CounterPage";
import { counterListTexts } from "../counterListTexts";
import { HallRatings } from "./HallRatings";

function Record({ me, layout }: { me: Me; layout: Layout }) {
  const t = useTexts(counterListTexts);
  const [{ hall = "" }] = useState(pageParams);
  const [only, setOnly] = useState<"all" | "faults">("all");
  const lists = usePages("counter.checklistHistory", only === "faults" ? { faults: "true" } : {}, true, {
    id: hall,
  });
  return (
    <CounterPage me={me} layout={layout} title={t.recordTitle} onRefresh={lists.refresh} onEnd={lists.more}>
      <HallRatings hallId={hall} />
      <Section title={t.recordChecks} />
      <Chips
        label={t.recordFilter}
        choices={[
          { value: "all", label: t.allLists },
          { value: "faults", label: t.onlyFaults },
        ]}
        value={only}
        onChange={setOnly}
      />
      <View className="mt-2" />
      {lists.loading ? <SkeletonRows rows={4} /> : null}
      {lists.rows.length === 0 && lists.error !== undefined ? (
        <ErrorState error={lists.error} onRetry={() => void lists.refresh()} />
      ) : null}
      {!lists.loading && lists.error === undefined && lists.rows.length === 0 ? (
        <Empty icon="ledger" text={t.recordEmpty} hint={t.recordEmptyHint} />
      ) : null}
      {lists.rows.length === 0 ? null : (
        <View className="card card-flush">
          {lists.rows.map((list, index) => (
            <RecordRow key={`${list.windowId}${list.on}${list.kind}`} list={list} first={index === 0} />
          ))}
        </View>
      )}
      <ListEnd hasMore={lists.hasMore} busy={lists.loadingMore} onMore={lists.more} />
    </CounterPage>
  );
}

function RecordRow({ list, first }: { list: Checklist; first: boolean }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const faulty = list.points.filter(({ result }) => result === "fault");
  const signed =
    list.signed === undefined ? t.notSigned : t.signed(list.signed.by, words.time(list.signed.at));
  return (
    <View className={`req ${first ? "req-first" : ""}`}>
      <View className="grow">
        <View>
          {`${words.day(list.on)}　${t.checksOf(list.windowNumber)}　${words.say(CHECKLIST_KIND_LABELS[list.kind])}`}
        </View>
        <View className="t-s ink-2">{signed}</View>
        {faulty.map((point) => (
          <View key={point.key} className="t-s brick">
            <Text>{`${words.say(point.label)}：${point.note ?? ""}`}</Text>
          </View>
        ))}
      </View>
      <StatusMark
        shape={list.faults === 0 ? "done" : "refused"}
        word={t.faults(list.faults)}
        className="ml-3"
      />
    </View>
  );
}

/** 检查记录和现场评价 of a hall. */
export default function RecordPage() {
  return <CounterGate>{(me, layout) => <Record me={me} layout={layout} />}</CounterGate>;
}

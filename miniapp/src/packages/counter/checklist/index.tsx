import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Checklist } from "@talent/shared/contract/schemas/counterDuties";
import { CHECKLIST_KINDS, type CheckResult, type ChecklistKind } from "@talent/shared/domain/checklists";
import { CHECKLIST_KIND_LABELS } from "@talent/shared/labels/counters";
import { useState } from "react";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Segmented } from "../../../components/form/Choices";
import { ErrorState, SkeletonRows } from "../../../components/list/States";
import type { Layout } from "../../../components/staff/browser/layout";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useQuery } from "../../../hooks/useQuery";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CounterGate, CounterPage } from "../CounterPage";
import { counterListTexts } from "../counterListTexts";
import { CheckPoint } from "./CheckPoint";

function askedKind(kind: string | undefined): ChecklistKind {
  return CHECKLIST_KINDS.find((each) => each === kind) ?? "opening";
}

/** The list of the chosen kind, and what can be done to it today. */
function useChecklist(id: string, kind: ChecklistKind) {
  const words = useWords();
  const list = useQuery("counter.checklist", { params: { id }, query: { kind } });
  const tick = useWrite("counter.tickChecklist");
  const sign = useWrite("counter.signChecklist");
  const onTick = async (key: string, result: CheckResult, note: string | undefined) => {
    const body = { kind, key, result, ...(note === undefined ? {} : { note }) };
    const done = await tick.run({ params: { id }, body });
    if (done !== undefined) list.replace(done.data);
  };
  const onSign = async () => {
    const done = await sign.run({ params: { id }, body: { kind } });
    if (done === undefined) return;
    list.replace(done.data);
    announce(words.say(CHECKLIST_KIND_LABELS[kind]));
  };
  return { list, ticking: tick.busy, signing: sign.busy, error: tick.error ?? sign.error, onTick, onSign };
}

type Work = ReturnType<typeof useChecklist>;

function Checks({ me, layout }: { me: Me; layout: Layout }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const [{ window: id = "", ...asked }] = useState(pageParams);
  const [kind, setKind] = useState(() => askedKind(asked.kind));
  const work = useChecklist(id, kind);
  const { list } = work;
  const checklist = list.data;
  return (
    <CounterPage
      me={me}
      layout={layout}
      title={checklist === undefined ? t.checksTitle : t.checksOf(checklist.windowNumber)}
      onRefresh={list.refresh}
      dock={
        checklist === undefined || checklist.signed !== undefined ? undefined : (
          <SignButton checklist={checklist} work={work} />
        )
      }
    >
      <Segmented
        label={t.checksTitle}
        choices={CHECKLIST_KINDS.map((value) => ({ value, label: words.say(CHECKLIST_KIND_LABELS[value]) }))}
        value={kind}
        onChange={setKind}
      />
      <View className="mt-3" />
      {list.loading ? <SkeletonRows rows={6} /> : null}
      {checklist === undefined && list.error !== undefined ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {work.error === undefined ? null : (
        <Note className="mb-3" tone="brick" text={errorSentence(work.error, words.language)} />
      )}
      {checklist === undefined ? null : <Points checklist={checklist} work={work} />}
    </CounterPage>
  );
}

function SignButton({ checklist, work }: { checklist: Checklist; work: Work }) {
  const t = useTexts(counterListTexts);
  const left = checklist.points.filter(({ result }) => result === undefined).length;
  return (
    <Button
      id="sign-checklist"
      className="ct-dock-main"
      text={left > 0 ? t.signNeeds(left) : t.sign}
      disabled={!checklist.can.includes("sign") || left > 0}
      busyText={work.signing ? t.signing : undefined}
      onTap={() => void work.onSign()}
    />
  );
}

function Points({ checklist, work }: { checklist: Checklist; work: Work }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const { signed, kind } = checklist;
  return (
    <View>
      {signed === undefined ? null : (
        <Note className="mb-3" tone="primary" text={t.signed(signed.by, words.moment(signed.at))} />
      )}
      <View className="card card-flush">
        {checklist.points.map((point, index) => (
          <CheckPoint
            key={`${kind}${point.key}`}
            point={point}
            first={index === 0}
            may={checklist.can.includes("tick")}
            busy={work.ticking}
            onTick={(result, note) => void work.onTick(point.key, result, note)}
          />
        ))}
      </View>
    </View>
  );
}

/** 开窗检查, 收窗检查: duties of a window at the beginning and end of the day. */
export default function ChecklistPage() {
  return <CounterGate>{(me, layout) => <Checks me={me} layout={layout} />}</CounterGate>;
}

import { useState } from "react";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { CycleBody } from "../../../components/cycles/CycleBody";
import { cycleTexts } from "../../../components/cycles/cycleTexts";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { ErrorState, SkeletonCards, StaleLine } from "../../../components/list/States";
import { announce } from "../../../hooks/useAnnouncement";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CycleActSheet, type MyAct } from "./CycleActSheet";
import { myCycleTexts } from "./texts";

function Actions({ cycle, onAct }: { cycle: CycleDetail; onAct: (act: MyAct) => void }) {
  const t = useTexts(myCycleTexts);
  const words = useWords();
  const { appealUntil, can } = cycle;
  const acts = (["appeal", "addStatement"] as const).filter((act) => can.includes(act));
  if (acts.length === 0) return null;
  const note =
    can.includes("appeal") && appealUntil !== undefined ? t.until(words.date(appealUntil)) : undefined;
  return (
    <ActionBar note={note}>
      {acts.map((act) => (
        <Button key={act} id={act} className="grow" text={t.did[act]} onTap={() => onAct(act)} />
      ))}
    </ActionBar>
  );
}

/** 我的服务周期: how long it holds, what comes next and who acts, what was said and decided. */
export default function MyCyclePage() {
  const t = useTexts(myCycleTexts);
  const shared = useTexts(cycleTexts);
  const query = useQuery("cycles.mine", {}, { keep: true });
  const [asking, setAsking] = useState<MyAct>();
  const [said, setSaid] = useState<string>();
  const cycle = query.data;
  const done = (act: MyAct, changed: CycleDetail) => {
    setAsking(undefined);
    query.replace(changed);
    setSaid(t.done[act]);
    announce(t.done[act]);
  };
  return (
    <Page
      name="myCycle"
      title={shared.mine}
      backTo="me"
      onRefresh={query.refresh}
      bottom={cycle === undefined ? null : <Actions cycle={cycle} onAct={setAsking} />}
      over={
        asking === undefined || cycle === undefined ? null : (
          <CycleActSheet
            act={asking}
            id={cycle.id}
            onClose={() => setAsking(undefined)}
            onDone={(changed) => done(asking, changed)}
          />
        )
      }
    >
      <StaleLine since={query.staleSince} onRefresh={() => void query.refresh()} />
      {query.loading ? <SkeletonCards /> : null}
      {cycle === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {said === undefined ? null : <Note className="mb-3" tone="primary" text={said} />}
      {cycle === undefined ? null : <CycleBody cycle={cycle} />}
    </Page>
  );
}

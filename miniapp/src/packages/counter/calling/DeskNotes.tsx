import { CHECKLIST_KIND_LABELS } from "@talent/shared/labels/counters";
import { Banner } from "../../../components/staff/Banner";
import { open } from "../../../hooks/navigation";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterTexts } from "../counterTexts";
import type { DeskPage } from "./useDeskPage";

/** What stands in the way of calling, or has to be done before: one line each, most pressing first. */
export function DeskNotes({ page }: { page: DeskPage }) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const { polled, act, desk, asking } = page;
  const opening = desk?.checklistsOpen.includes("opening") === true ? ("opening" as const) : undefined;
  return (
    <>
      {polled.error !== undefined && desk !== undefined && polled.heardAt !== undefined ? (
        <Banner className="mb-3" tone="amber" icon="offline" text={t.away(words.time(polled.heardAt))} />
      ) : null}
      {act.error === undefined || asking !== undefined ? null : (
        <Banner className="mb-3" tone="brick" icon="alert" text={errorSentence(act.error, words.language)} />
      )}
      {act.conflict ? <Banner className="mb-3" tone="amber" icon="info" text={t.conflict} /> : null}
      {desk === undefined || opening === undefined ? null : (
        <Banner
          className="mb-3"
          tone="primary"
          icon="check"
          text={t.checkNow(words.say(CHECKLIST_KIND_LABELS[opening]))}
          action={{
            text: t.checkGo,
            onTap: () => open("counterChecks", { window: desk.window.id, kind: opening }),
          }}
        />
      )}
    </>
  );
}

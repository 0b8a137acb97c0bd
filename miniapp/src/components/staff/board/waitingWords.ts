import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { Waiting } from "@talent/shared/contract/schemas/caseWork";
import { WAITING_LABELS } from "@talent/shared/labels/caseWork";
import type { Words } from "../../../i18n/useWords";
import type { CaseWorkWords } from "../texts/caseWorkTexts";

/** Why a case waits for the reader, each with the day by which an answer is due. */
export function waitingWords(waiting: readonly Waiting[], t: CaseWorkWords, words: Words): string {
  return waiting
    .map(({ kind, dueAt }) => {
      const label = words.say(WAITING_LABELS[kind]);
      if (dueAt === undefined) return label;
      return `${label}，${t.answerBy(words.date(dateInShanghai(new Date(dueAt))))}`;
    })
    .join(words.language === "zh" ? "；" : "; ");
}

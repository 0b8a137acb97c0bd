import { dateInShanghai } from "@talent/shared/calendar/dates";
import { districtName } from "@talent/shared/domain/districts";
import type { DeskAnswer } from "@talent/shared/domain/talentCode/desk";
import { LEVELS_SERVING } from "@talent/shared/domain/talents";
import { ApiError } from "../../../api/errors";
import { errorSentence } from "../../../i18n/errorWords";
import type { Words } from "../../../i18n/useWords";
import type { verifyTexts } from "../texts";
import type { Outcome, Person } from "./outcome";

type Texts = (typeof verifyTexts)["zh-CN"];

/** A line of the result: what it is about, the fact, and what stands behind it. */
export interface ResultFact {
  label: string;
  fact: string;
  behind?: string | undefined;
}

/** Reasons that send the person to another desk. */
const ELSEWHERE: readonly string[] = [
  "onlyOwnDistrict",
  "municipalOrOwnDistrict",
  "levelDoesNotServeCategory",
];

function reasonFacts(person: Person, answer: DeskAnswer, t: Texts): ResultFact[] {
  const { category, districtCode } = person;
  const district = districtName(districtCode);
  if (answer.entitled) {
    const scope = LEVELS_SERVING[category].includes("municipal") ? "both" : "district";
    return [{ label: t.reason, fact: t.yesWhy[scope](category), behind: t.scope[scope] }];
  }
  const [fact, behind] = t.reasons[answer.reason]({ category, district });
  const where = { label: t.where, fact: t.window(district) };
  return [{ label: t.reason, fact, behind }, ...(ELSEWHERE.includes(answer.reason) ? [where] : [])];
}

function cycleFact({ cycleEndsOn }: Person, at: string, t: Texts, words: Words): ResultFact {
  const running = cycleEndsOn >= dateInShanghai(new Date(at));
  return {
    label: t.cycle,
    fact: t.cycleUntil(words.date(cycleEndsOn)),
    behind: running ? t.running : t.ended,
  };
}

function refusedFacts(error: unknown, t: Texts, words: Words): ResultFact[] {
  const details = error instanceof ApiError ? error.details : undefined;
  const used =
    error instanceof ApiError && error.code === "code_used"
      ? t.usedBy(words.time(String(details?.["at"])), String(details?.["office"]))
      : undefined;
  return [{ label: t.what, fact: errorSentence(error, words.language), behind: used }];
}

/** What the desk reads under the answer, at most three lines. */
export function resultFacts(outcome: Outcome, waiting: number, t: Texts, words: Words): ResultFact[] {
  switch (outcome.kind) {
    case "answered":
      return [
        ...reasonFacts(outcome.person, outcome.answer, t),
        cycleFact(outcome.person, outcome.at, t, words),
        ...(outcome.answer.entitled ? [{ label: t.self, fact: t.selfCheck, behind: t.selfWhy }] : []),
      ];
    case "offline":
      return [
        ...(outcome.answer.entitled ? [] : reasonFacts(outcome.person, outcome.answer, t)),
        { label: t.how, fact: t.howLine, behind: t.keyUntil(words.date(outcome.keyGoodUntilOn)) },
        { label: t.list, fact: t.listLine(words.moment(outcome.kitAt)), behind: t.listWhy },
        { label: t.waiting, fact: t.waitingLine(waiting), behind: t.waitingWhy },
      ];
    case "refused":
      return refusedFacts(outcome.error, t, words);
    case "offlineRefused": {
      const [fact, behind] = t.faults[outcome.fault];
      return [{ label: t.what, fact, behind }];
    }
  }
}

import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { CycleNotice } from "@talent/shared/domain/cycleNotices";
import { APPEAL_DAYS, cycleDates, nextCycle, type CycleEventType } from "@talent/shared/domain/cycles";
import { CYCLE_STAGE_LABELS } from "@talent/shared/labels/cycles";
import { dateText } from "@talent/shared/labels/dateText";
import { entriesOf, type OutboxEntry } from "../../platform/database/outbox";
import type { CycleDocument, CycleEvent } from "./document";
import type { CycleAudience } from "./people";
import { lastDecider } from "./policy";

type Recipients = (audience: CycleAudience, cycle: CycleDocument) => readonly (string | undefined)[];
interface Line {
  type: CycleNotice;
  to: Recipients;
}

const talent: Recipients = (audience) => [audience.talent];
const employer: Recipients = (audience) => audience.employer;
const district: Recipients = (audience) => audience.district;
const otherDeciders: Recipients = ({ deciders }, cycle) =>
  deciders.filter((accountId) => accountId !== lastDecider(cycle));

const decided = (type: CycleNotice): Line[] => [
  { type, to: talent },
  { type: "cycleDecidedForEmployer", to: employer },
];

/** Who is told what when something happens to a cycle; of an employer's silence everybody (never a silent lapse). */
const CYCLE_TELLING: Readonly<Partial<Record<CycleEventType, readonly Line[]>>> = {
  notified: [
    { type: "cycleEndingForEmployer", to: employer },
    { type: "cycleEnding", to: talent },
  ],
  evaluationOpened: [{ type: "cycleEvaluationOpened", to: employer }],
  evaluationDueSoon: [{ type: "cycleEvaluationDueSoon", to: employer }],
  overdue: [
    { type: "cycleOverdueForEmployer", to: employer },
    { type: "cycleOverdue", to: talent },
    { type: "cycleOverdueForStaff", to: district },
  ],
  evaluationSubmitted: [
    { type: "cycleEvaluated", to: talent },
    { type: "cycleEvaluatedForStaff", to: district },
  ],
  evaluationWithdrawn: [{ type: "cycleEvaluationWithdrawn", to: talent }],
  lateAsked: [{ type: "cycleLateAsked", to: district }],
  lateAllowed: [{ type: "cycleLateAllowed", to: employer }],
  lateRefused: [{ type: "cycleLateRefused", to: employer }],
  renewed: decided("cycleRenewed"),
  paused: decided("cyclePaused"),
  ended: decided("cycleEnded"),
  resumed: decided("cycleResumed"),
  appealed: [{ type: "cycleAppealed", to: otherDeciders }],
};

/** `2026年10月9日`, the form of WeChat's date parameters. */
function writtenDate(on: string): string {
  const [year = "", month = "", day = ""] = on.split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** A day in both languages, under the names that the templates use. */
function day(name: string, on: string, todayOn: string): Record<string, string> {
  return { [name]: dateText(on, todayOn, "zh"), [`${name}En`]: dateText(on, todayOn, "en") };
}

function valuesOf(cycle: CycleDocument, { at, note }: CycleEvent): Record<string, string> {
  const todayOn = dateInShanghai(at);
  const { evaluationOpensOn } = cycleDates(cycle);
  const stage = CYCLE_STAGE_LABELS[cycle.status];
  return {
    maskedName: cycle.maskedName,
    office: cycle.employerName,
    dueOn: cycle.endsOn,
    opensDate: writtenDate(evaluationOpensOn),
    decision: stage.zh,
    decisionEn: stage.en,
    ...day("opensDay", evaluationOpensOn, todayOn),
    ...day("nextEndDay", nextCycle(cycle).endsOn, todayOn),
    ...day("appealDay", addDays(todayOn, APPEAL_DAYS), todayOn),
    ...(note === undefined ? {} : { reason: note }),
  };
}

/**
 * The notices of events that were written together: each person hears of the last one that concerns them, never of
 * what they did themselves.
 * @param cycle as it will be
 * @param notBefore business time before which nobody is told; absent = at once
 */
export function noticesFor(
  events: readonly CycleEvent[],
  cycle: CycleDocument,
  audience: CycleAudience,
  notBefore?: Date,
): OutboxEntry[] {
  const told = new Set<string>();
  return [...events].reverse().flatMap((event) => {
    const lines = (CYCLE_TELLING[event.type] ?? []).map(({ type, to }) => ({
      type,
      recipients: to(audience, cycle),
    }));
    const fresh = entriesOf(event, lines, valuesOf(cycle, event)).filter(
      ({ recipientId }) => !told.has(recipientId),
    );
    fresh.forEach(({ recipientId }) => told.add(recipientId));
    return fresh.map((entry) => (notBefore === undefined ? entry : { ...entry, notBefore }));
  });
}

import { addDays, addMonths, daysBetween } from "../calendar/dates";
import type { Role } from "./roles";

/**
 * Service cycle 服务周期 (DB50/T 1733 §5.3): three years, managed dynamically.
 *
 * How the standard's dates are read here: both ends of a cycle belong to it, in Asia/Shanghai. A cycle ends on the day
 * before the same date three years later; where that year lacks the date (29 February), the last day of the month
 * stands for it. "Three months before the end" counts calendar months back from the last day, "the last 30 days" are
 * 30 calendar days with the last day among them. Neither counts working days: the standard does not say so.
 */
export const CYCLE_MONTHS = 36;
export const NOTIFIED_MONTHS_BEFORE = 3;
export const EVALUATION_WINDOW_DAYS = 30;

/** Calendar days; both ends belong to the cycle. */
export interface CycleSpan {
  startsOn: string;
  endsOn: string;
}

export interface CycleDates extends CycleSpan {
  /** Employer and talent are told that the cycle ends. */
  notifiedOn: string;
  /** First day on which the employer may hand in its evaluation; the last one is `endsOn`. */
  evaluationOpensOn: string;
}

/** The cycle that begins on this day. Throws `RangeError` when it is no date. */
export function cycleFrom(startsOn: string): CycleSpan {
  return { startsOn, endsOn: addDays(addMonths(startsOn, CYCLE_MONTHS), -1) };
}

export function cycleDates({ startsOn, endsOn }: CycleSpan): CycleDates {
  return {
    startsOn,
    endsOn,
    notifiedOn: addMonths(endsOn, -NOTIFIED_MONTHS_BEFORE),
    evaluationOpensOn: addDays(endsOn, 1 - EVALUATION_WINDOW_DAYS),
  };
}

/** The cycle after this one, from the day after: no day is left between two cycles. */
export function nextCycle({ endsOn }: CycleSpan): CycleSpan {
  return cycleFrom(addDays(endsOn, 1));
}

export const CYCLE_STAGES = [
  "running",
  "notified",
  "evaluationOpen",
  "evaluated",
  "overdue",
  "verifying",
  "renewed",
  "paused",
  "ended",
] as const;
export type CycleStage = (typeof CYCLE_STAGES)[number];

/** Stages that only time brings about, in their order. */
export const TIMED_STAGES = [
  "notified",
  "evaluationOpen",
  "overdue",
] as const satisfies readonly CycleStage[];
export type TimedStage = (typeof TIMED_STAGES)[number];

/** The day on which a stage begins by time: the cycle is overdue on the day after its last one. */
export function stageBeginsOn(stage: TimedStage, span: CycleSpan): string {
  const { notifiedOn, evaluationOpensOn, endsOn } = cycleDates(span);
  if (stage === "notified") return notifiedOn;
  return stage === "evaluationOpen" ? evaluationOpensOn : addDays(endsOn, 1);
}

/** From which stage time leads to which. */
const BY_TIME: Readonly<Partial<Record<CycleStage, TimedStage>>> = {
  running: "notified",
  notified: "evaluationOpen",
  evaluationOpen: "overdue",
};

/** The next stage that time alone brings, with its day; undefined when somebody has to act. */
export function nextByTime(
  stage: CycleStage,
  span: CycleSpan,
): { stage: TimedStage; on: string } | undefined {
  const next = BY_TIME[stage];
  return next === undefined ? undefined : { stage: next, on: stageBeginsOn(next, span) };
}

export const CYCLE_ACTIONS = [
  "saveDraft",
  "submitEvaluation",
  "askLate",
  "allowLate",
  "refuseLate",
  "withdrawEvaluation",
  "addStatement",
  "beginVerification",
  "renew",
  "pause",
  "end",
  "resume",
  "appeal",
] as const;
export type CycleAction = (typeof CYCLE_ACTIONS)[number];

/** How somebody stands to the cycle: the employer's liaison, the talent, or a specialist who serves the talent. */
export type CycleActor = "employer" | "talent" | "specialist";

export interface CycleTransition {
  from: readonly CycleStage[];
  to: CycleStage | "same";
  by: CycleActor;
}

/** For every action from which stages, to which stage and by whom; the server and the screens both read it. */
export const CYCLE_LIFECYCLE: Readonly<Record<CycleAction, CycleTransition>> = {
  saveDraft: { from: ["notified", "evaluationOpen", "overdue"], to: "same", by: "employer" },
  submitEvaluation: { from: ["evaluationOpen", "overdue"], to: "evaluated", by: "employer" },
  askLate: { from: ["overdue"], to: "same", by: "employer" },
  allowLate: { from: ["overdue"], to: "same", by: "specialist" },
  refuseLate: { from: ["overdue"], to: "same", by: "specialist" },
  withdrawEvaluation: { from: ["evaluated"], to: "evaluationOpen", by: "employer" },
  addStatement: { from: ["evaluated", "verifying"], to: "same", by: "talent" },
  beginVerification: { from: ["evaluated", "overdue"], to: "verifying", by: "specialist" },
  renew: { from: ["verifying"], to: "renewed", by: "specialist" },
  pause: { from: ["verifying"], to: "paused", by: "specialist" },
  end: { from: ["verifying"], to: "ended", by: "specialist" },
  resume: { from: ["paused"], to: "verifying", by: "specialist" },
  appeal: { from: ["paused", "ended"], to: "verifying", by: "talent" },
};

/** Decisions on a cycle; each is told to talent and employer with its reasons. */
export const CYCLE_DECISIONS = ["renew", "pause", "end"] as const satisfies readonly CycleAction[];
export type CycleDecision = (typeof CYCLE_DECISIONS)[number];

/** One appeal for each cycle, decided by somebody else than before. */
export const MOST_APPEALS = 1;
/** Calendar days from a decision in which the talent may appeal. */
export const APPEAL_DAYS = 30;

/** 履职情况 of the talent, as the employer grades it. */
export const EVALUATION_GRADES = ["excellent", "competent", "basicallyCompetent", "notCompetent"] as const;
export type EvaluationGrade = (typeof EVALUATION_GRADES)[number];

/** Whether the employer may hand in its evaluation now, and why not. */
export type WindowState =
  | { open: true; late: boolean }
  | { open: false; why: "tooEarly"; opensOn: string }
  | { open: false; why: "closed"; closedOn: string };

/**
 * The window of the evaluation (§5.3: within the last 30 days), which a specialist may open again after the end.
 * @param lateAllowed a specialist allowed the late submission
 */
export function evaluationWindow(span: CycleSpan, todayOn: string, lateAllowed: boolean): WindowState {
  const { evaluationOpensOn, endsOn } = cycleDates(span);
  if (todayOn < evaluationOpensOn) return { open: false, why: "tooEarly", opensOn: evaluationOpensOn };
  if (todayOn <= endsOn) return { open: true, late: false };
  return lateAllowed ? { open: true, late: true } : { open: false, why: "closed", closedOn: endsOn };
}

/** Calendar days until the last day of the cycle: 0 on that day, negative afterwards. */
export function daysLeft({ endsOn }: CycleSpan, todayOn: string): number {
  return daysBetween(todayOn, endsOn);
}

/** Whether a decision may still be appealed against. */
export function mayAppeal(decidedOn: string, appeals: number, todayOn: string): boolean {
  return appeals < MOST_APPEALS && todayOn <= addDays(decidedOn, APPEAL_DAYS);
}

/** What a source says about a talent's stay: `unknown` when it could not be asked or does not know. */
export const VERIFICATION_RESULTS = ["pass", "fail", "unknown"] as const;
export type VerificationResult = (typeof VERIFICATION_RESULTS)[number];

/** Sources asked before a decision: social insurance paid in Chongqing, the registered employer, the discredit list. */
export const VERIFICATION_SOURCES = ["socialInsurance", "registeredEmployer", "discreditList"] as const;
export type VerificationSource = (typeof VERIFICATION_SOURCES)[number];

export interface VerificationAnswer {
  source: VerificationSource;
  result: VerificationResult;
  /** What the source said, in a sentence; without numbers of identity documents. */
  evidence: string;
  at: Date;
}

/** The decision that the opinion and the sources suggest; a person decides. `undefined` = they do not agree or do not know. */
export function suggestedDecision(
  grade: EvaluationGrade | undefined,
  stillFullTime: boolean | undefined,
  answers: readonly Pick<VerificationAnswer, "result">[],
): CycleDecision | undefined {
  if (stillFullTime === false || answers.some(({ result }) => result === "fail")) return "end";
  if (grade === "notCompetent") return "pause";
  const known =
    VERIFICATION_SOURCES.length === answers.length && answers.every(({ result }) => result === "pass");
  return grade !== undefined && stillFullTime === true && known ? "renew" : undefined;
}

export const CYCLE_EVENTS = [
  "opened",
  "notified",
  "evaluationOpened",
  "evaluationDueSoon",
  "overdue",
  "evaluationSubmitted",
  "evaluationWithdrawn",
  "lateAsked",
  "lateAllowed",
  "lateRefused",
  "statementAdded",
  "verificationBegun",
  "renewed",
  "paused",
  "ended",
  "resumed",
  "appealed",
] as const;
export type CycleEventType = (typeof CYCLE_EVENTS)[number];

/** Who reads and decides cycles; an employer liaison sees only its own unit, a talent only their own. */
export const CYCLE_DESK_ROLES = [
  "municipalSpecialist",
  "districtSpecialist",
] as const satisfies readonly Role[];
export const CYCLE_LIST_ROLES = [
  ...CYCLE_DESK_ROLES,
  "employerLiaison",
  "administrator",
] as const satisfies readonly Role[];

/** Lengths of written texts, characters. */
export const CYCLE_BOUNDS = { opinion: 2000, reason: 500, statement: 1000, attachments: 6 } as const;

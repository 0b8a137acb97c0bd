import { addDays, dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import {
  nextCycle,
  nextByTime,
  type CycleEventType,
  type CycleSpan,
  type CycleStage,
  type TimedStage,
} from "@talent/shared/domain/cycles";

/** Calendar days before the last one on which the employer is reminded. */
const REMINDER_DAYS = 7;

/** What time writes into the history of a cycle. */
export type TimeEvent = Extract<
  CycleEventType,
  "notified" | "evaluationOpened" | "evaluationDueSoon" | "overdue"
>;

const EVENT_OF_STAGE: Readonly<Record<TimedStage, TimeEvent>> = {
  notified: "notified",
  evaluationOpen: "evaluationOpened",
  overdue: "overdue",
};

/** One thing that time alone brings about. */
export interface TimeStep {
  event: TimeEvent;
  /** The stage from then on. */
  stage: CycleStage;
  /** 00:00 in Asia/Shanghai of this day. */
  on: string;
}

/** A cycle as far as time moves it. */
export interface Timed extends CycleSpan {
  stage: CycleStage;
  /** The reminder before the end was given. */
  reminded: boolean;
}

/** When the day begins. */
export function startOfDay(on: string): Date {
  return instantInShanghai(on, "00:00");
}

function nextStep(cycle: Timed): TimeStep | undefined {
  const next = nextByTime(cycle.stage, cycle);
  if (next === undefined) return undefined;
  const remindOn = addDays(cycle.endsOn, -REMINDER_DAYS);
  if (cycle.stage === "evaluationOpen" && !cycle.reminded)
    return { event: "evaluationDueSoon", stage: cycle.stage, on: remindOn };
  return { event: EVENT_OF_STAGE[next.stage], stage: next.stage, on: next.on };
}

/**
 * Everything that time brings to a cycle if nobody acts, in its order (DB50/T 1733 §5.3): told three months before the
 * end, the window of the evaluation, the reminder, overdue.
 */
export function stepsAhead(cycle: Timed): TimeStep[] {
  const steps: TimeStep[] = [];
  let at = cycle;
  for (let step = nextStep(at); step !== undefined; step = nextStep(at)) {
    steps.push(step);
    at = { ...at, stage: step.stage, reminded: at.reminded || step.event === "evaluationDueSoon" };
  }
  return steps;
}

/** When time next changes something, an instant; undefined when somebody has to act. */
export function nextStageAt(cycle: Timed): Date | undefined {
  const step = nextStep(cycle);
  return step === undefined ? undefined : startOfDay(step.on);
}

/** Whether this stage ends a cycle. */
export function isOpen(stage: CycleStage): boolean {
  return stage !== "renewed" && stage !== "ended";
}

/**
 * For how long the talent is served once the cycle is renewed: without a gap, until the new cycle ends. Before that
 * one begins the present first day stays.
 */
export function servedSpan(cycle: CycleSpan, now: Date): CycleSpan {
  const next = nextCycle(cycle);
  return next.startsOn <= dateInShanghai(now) ? next : { startsOn: cycle.startsOn, endsOn: next.endsOn };
}

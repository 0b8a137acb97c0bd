import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { lengthEvents, type LimitSum } from "@talent/shared/calendar/timeLimit";
import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { ESCALATION, type EscalationStep } from "@talent/shared/domain/escalation";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { COUNTING_STATUSES, isIn, type RequestStatus } from "@talent/shared/domain/requestStatus";
import type { RequestClock } from "../document";
import { watchedParts, type PartFacts, type Watched } from "./watchedParts";

/** What of a request decides when its clock has something to say. */
export interface ClockFacts extends PartFacts {
  clock?: RequestClock | undefined;
  signBy?: Date | undefined;
  /** Marks of the steps that were told. */
  told?: readonly string[] | undefined;
  timeline: readonly { id: string; type: string }[];
}

/** A step of the ladder at its instant. `mark` tells it from the same step of another limit of the same case. */
export interface StepAhead {
  step: EscalationStep;
  at: Date;
  mark: string;
  watched: Watched;
}

function runningLimit(clock: RequestClock, sum: LimitSum): Watched[] {
  const start = clock.events[0];
  if (sum.state !== "counting" || sum.dueAt === undefined || start === undefined) return [];
  const changes = lengthEvents(clock.events).length;
  const anchor = `${start.at.getTime().toString(36)}.${changes}`;
  return [{ limit: clock.kind, anchor, warnAt: sum.warnAt, dueAt: sum.dueAt }];
}

const SIGNED_FOR: readonly string[] = ["dispatched", "reopened"] satisfies RequestStatus[];

function signingLimit({ status, signBy, timeline }: ClockFacts): Watched[] {
  if (signBy === undefined || !SIGNED_FOR.includes(status)) return [];
  const dispatches = timeline.filter(({ type }) => SIGNED_FOR.includes(type));
  return [{ limit: "signing", anchor: dispatches.at(-1)?.id ?? "", dueAt: signBy }];
}

/** The limits of the case itself. */
function ownLimits(request: ClockFacts, sum: LimitSum): Watched[] {
  const { clock, status } = request;
  if (clock === undefined) return [];
  const running = runningLimit(clock, sum);
  if (clock.kind === "acceptance") return status === "submitted" ? running : [];
  return isIn(COUNTING_STATUSES, status) ? [...running, ...signingLimit(request)] : [];
}

function instantOf(
  { when }: EscalationStep,
  watched: Watched,
  calendar: WorkingCalendar,
  limits: LimitSettings,
): Date | undefined {
  if (when === "warn") return watched.warnAt;
  if (when === 0) return watched.dueAt;
  const on = addWorkingDays(calendar, dateInShanghai(watched.dueAt), when);
  return instantInShanghai(on, limits.closeOfDay);
}

/**
 * The steps of the ladder that were not told yet, soonest first. A limit that stands, or that has ended, has none; of
 * several parts of one kind each has its own.
 * @param sum the sum of the request's clock
 */
export function stepsAhead(
  request: ClockFacts,
  sum: LimitSum | undefined,
  calendar: WorkingCalendar,
  limits: LimitSettings,
  ladder: readonly EscalationStep[] = ESCALATION,
): StepAhead[] {
  if (sum === undefined) return [];
  const all = [...ownLimits(request, sum), ...watchedParts(request)];
  const told = new Set(request.told);
  const steps = ladder.flatMap((step) =>
    all.flatMap((watched): StepAhead[] => {
      if (watched.limit !== step.limit) return [];
      const at = instantOf(step, watched, calendar, limits);
      const mark = `${step.key}@${watched.anchor}`;
      return at === undefined || told.has(mark) ? [] : [{ step, at, mark, watched }];
    }),
  );
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

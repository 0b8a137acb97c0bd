import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { lengthEvents, type LimitSum } from "@talent/shared/calendar/timeLimit";
import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { ESCALATION, type EscalationStep, type WatchedLimit } from "@talent/shared/domain/escalation";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { COUNTING_STATUSES, isIn, type RequestStatus } from "@talent/shared/domain/requestStatus";
import type { RequestClock } from "../document";

/** What of a request decides when its clock has something to say. */
export interface ClockFacts {
  status: RequestStatus;
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
}

interface Watched {
  /** Names this very limit: a fresh one, or one whose length was changed, speaks anew. */
  anchor: string;
  warnAt?: Date | undefined;
  dueAt: Date;
}

function runningLimit(clock: RequestClock, sum: LimitSum): Watched | undefined {
  const start = clock.events[0];
  if (sum.state !== "counting" || sum.dueAt === undefined || start === undefined) return undefined;
  const changes = lengthEvents(clock.events).length;
  return {
    anchor: `${start.at.getTime().toString(36)}.${changes}`,
    warnAt: sum.warnAt,
    dueAt: sum.dueAt,
  };
}

const SIGNED_FOR: readonly string[] = ["dispatched", "reopened"] satisfies RequestStatus[];

function signingLimit({ status, signBy, timeline }: ClockFacts): Watched | undefined {
  if (signBy === undefined || !SIGNED_FOR.includes(status)) return undefined;
  const dispatches = timeline.filter(({ type }) => SIGNED_FOR.includes(type));
  return { anchor: dispatches.at(-1)?.id ?? "", dueAt: signBy };
}

function watchedLimits(request: ClockFacts, sum: LimitSum): Partial<Record<WatchedLimit, Watched>> {
  const { clock, status } = request;
  if (clock === undefined) return {};
  const running = runningLimit(clock, sum);
  if (clock.kind === "acceptance") return status === "submitted" ? { acceptance: running } : {};
  return isIn(COUNTING_STATUSES, status) ? { handling: running, signing: signingLimit(request) } : {};
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
 * The steps of the ladder that were not told yet, soonest first. A limit that stands, or that has ended, has none.
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
  const watched = watchedLimits(request, sum);
  const told = new Set(request.told);
  const steps = ladder.flatMap((step): StepAhead[] => {
    const limit = watched[step.limit];
    const at = limit === undefined ? undefined : instantOf(step, limit, calendar, limits);
    if (limit === undefined || at === undefined) return [];
    const mark = `${step.key}@${limit.anchor}`;
    return told.has(mark) ? [] : [{ step, at, mark }];
  });
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import {
  sumLimit,
  type LengthEvent,
  type LimitEvent,
  type LimitSum,
} from "@talent/shared/calendar/timeLimit";
import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { NEVER_DUE } from "./lanes";

interface Clock {
  kind: "acceptance" | "handling";
  workingDays: number;
  events: LimitEvent[];
}

/** A clock that begins now. */
export function startClock(kind: Clock["kind"], workingDays: number, now: Date): Clock {
  return { kind, workingDays, events: [{ type: "started", at: now }] };
}

/** The clock after one more event. */
export function withEvent(
  clock: Clock,
  type: Exclude<LimitEvent["type"], "started" | LengthEvent["type"]>,
  now: Date,
): Clock {
  return { ...clock, events: [...clock.events, { type, at: now }] };
}

/** The clock after its length changed: lengthened by, or replaced with `workingDays`. */
export function withLength(clock: Clock, type: LengthEvent["type"], workingDays: number, now: Date): Clock {
  return { ...clock, events: [...clock.events, { type, at: now, workingDays }] };
}

/** The sum of a clock as of now. */
export function sumOf(clock: Clock, calendar: WorkingCalendar, limits: LimitSettings, now: Date): LimitSum {
  const rule = {
    workingDays: clock.workingDays,
    calendar,
    closeOfDay: limits.closeOfDay,
    warnShare: limits.warnShare,
  };
  return sumLimit(rule, clock.events, now);
}

/** The stored instants by which the board sorts and warns. */
export function timesOf(sum: LimitSum): { laneAt: Date; warnAt: Date } {
  return { laneAt: sum.dueAt ?? NEVER_DUE, warnAt: sum.warnAt ?? NEVER_DUE };
}

/** The same straight from a clock. */
export function dueTimes(
  clock: Clock,
  calendar: WorkingCalendar,
  limits: LimitSettings,
  now: Date,
): { laneAt: Date; warnAt: Date } {
  return timesOf(sumOf(clock, calendar, limits, now));
}

/** Close of business on the `workingDays`-th working day after now's. */
export function closeAfter(
  calendar: WorkingCalendar,
  limits: LimitSettings,
  now: Date,
  workingDays: number,
): Date {
  return instantInShanghai(addWorkingDays(calendar, dateInShanghai(now), workingDays), limits.closeOfDay);
}

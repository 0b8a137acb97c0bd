import { addDays, dateInShanghai, instantInShanghai } from "./dates";
import type { DayKind, WorkingCalendar } from "./workingDays";

/** What moves the clock of a time limit 规定时限. */
export type LimitEvent =
  /** starts the clock; this day does not count */
  | { type: "started"; at: Date }
  /** stops it: this day and all up to and including the day of the answer do not count */
  | { type: "stopped"; at: Date }
  | { type: "resumed"; at: Date }
  /** 延期: so many working days more */
  | { type: "extended"; at: Date; workingDays: number }
  /** the item changed: so many working days instead; days used stay used, and what was granted stays granted */
  | { type: "limitChanged"; at: Date; workingDays: number }
  | { type: "ended"; at: Date };

/** Events that change how long the limit is. */
export type LengthEvent = Extract<LimitEvent, { workingDays: number }>;

export interface LimitRule {
  workingDays: number;
  calendar: WorkingCalendar;
  /** `HH:MM`, Asia/Shanghai: the limit ends at this time of its last day. */
  closeOfDay: string;
  /** 0–1: due soon from this share of the limit on. */
  warnShare: number;
}

/** One line of the day-by-day sum. */
export interface LimitDay {
  on: string;
  /** `start` = the day the clock began, `stopped` = waiting for the talent. */
  kind: DayKind | "start" | "stopped";
  /** Which working day of the limit this is; absent where the day does not count. */
  nth?: number;
  /** False where the year's holidays are not published yet. */
  published: boolean;
}

export interface LimitSum {
  state: "counting" | "stopped" | "ended";
  /** Length of the limit with everything that has changed it. */
  workingDays: number;
  /** Absent while the clock is stopped within the limit: the due time moves on every day. */
  dueAt?: Date;
  dueOn?: string;
  /** The instant from which the case counts as due soon. */
  warnAt?: Date;
  /** From the start to the last day of the limit, or to today while stopped. */
  days: LimitDay[];
  /** Some day rests on weekends alone because its year is not published. */
  unpublished: boolean;
  calendarVersion: string;
}

interface Span {
  fromOn: string;
  toOn: string | undefined;
}

/** Whole days during which the clock stood: from the day of the notice to the day of the answer, both included. */
function stoppedSpans(events: readonly LimitEvent[]): Span[] {
  const spans: Span[] = [];
  for (const event of events) {
    const open = spans.at(-1);
    if (event.type === "stopped") spans.push({ fromOn: dateInShanghai(event.at), toOn: undefined });
    if (event.type === "resumed" && open && open.toOn === undefined) open.toOn = dateInShanghai(event.at);
  }
  return spans;
}

function checkDays(days: number): void {
  if (!Number.isInteger(days) || days < 1) throw new RangeError("a limit is a whole number of days");
}

/** The start of a limit's events. @throws RangeError, see `sumLimit` */
function startOf(rule: LimitRule, events: readonly LimitEvent[]): Date {
  const start = events[0];
  if (start?.type !== "started") throw new RangeError("a limit begins with its start");
  checkDays(rule.workingDays);
  return start.at;
}

function isStopped(spans: readonly Span[], on: string): boolean {
  return spans.some((span) => on >= span.fromOn && (span.toOn === undefined || on <= span.toOn));
}

/** Working days of the limit used on the days before `on`. */
function usedBefore(calendar: WorkingCalendar, startOn: string, spans: readonly Span[], on: string): number {
  let used = 0;
  for (let day = addDays(startOn, 1); day < on; day = addDays(day, 1))
    if (calendar.day(day).counts && !isStopped(spans, day)) used += 1;
  return used;
}

/** Events that changed the length, in their order. */
export function lengthEvents(events: readonly LimitEvent[]): LengthEvent[] {
  return events.filter((event): event is LengthEvent => "workingDays" in event);
}

/**
 * Working days of the limit after all that changed its length. A shorter limit ends on the day of the change at the
 * earliest: what was in time the day before is not late by a change of the rules, and what was late stays late.
 */
function lengthOf(
  rule: LimitRule,
  startOn: string,
  spans: readonly Span[],
  events: readonly LimitEvent[],
): number {
  let length = rule.workingDays;
  let granted = 0;
  for (const event of lengthEvents(events)) {
    checkDays(event.workingDays);
    if (event.type === "extended") {
      granted += event.workingDays;
      length += event.workingDays;
    } else {
      const used = usedBefore(rule.calendar, startOn, spans, dateInShanghai(event.at));
      length = Math.max(event.workingDays + granted, Math.min(length, used + 1));
    }
  }
  return length;
}

/** Days from the start until the limit is used up, or until `lastOn` while the clock stands. */
function listDays(
  { calendar }: LimitRule,
  length: number,
  startOn: string,
  spans: readonly Span[],
  lastOn: string | undefined,
): LimitDay[] {
  const days: LimitDay[] = [{ on: startOn, kind: "start", published: calendar.day(startOn).published }];
  let nth = 0;
  for (let on = addDays(startOn, 1); nth < length; on = addDays(on, 1)) {
    if (lastOn !== undefined && on > lastOn) break;
    const { counts, kind, published } = calendar.day(on);
    if (!counts) days.push({ on, kind, published });
    else if (isStopped(spans, on)) days.push({ on, kind: "stopped", published });
    else days.push({ on, kind, nth: (nth += 1), published });
  }
  return days;
}

/** The first day on which the limit counts as due soon. */
function warnDay(length: number, warnShare: number, days: readonly LimitDay[]): string | undefined {
  const nth = Math.max(1, Math.ceil(length * warnShare));
  return days.find((day) => day.nth === nth)?.on;
}

/**
 * Due time of a limit as a pure function of calendar, rule and events, with the sum it rests on.
 * Counting: the start day does not count; a stopped clock skips whole days; the limit ends at the close of business
 * of its last day (DB50/T 1733 §6.2.3, §6.6.2 c); what lengthens or replaces it keeps the days used. `now` bounds the
 * sum while the clock stands.
 *
 * @throws RangeError when the events do not begin with `started` or a length is not a positive whole number
 */
export function sumLimit(rule: LimitRule, events: readonly LimitEvent[], now: Date): LimitSum {
  const startOn = dateInShanghai(startOf(rule, events));
  const spans = stoppedSpans(events);
  const last = spans.at(-1);
  const stands = last !== undefined && last.toOn === undefined;
  const length = lengthOf(rule, startOn, spans, events);
  const days = listDays(rule, length, startOn, spans, stands ? dateInShanghai(now) : undefined);
  const ended = events.at(-1)?.type === "ended";
  const sum: LimitSum = {
    state: ended ? "ended" : stands ? "stopped" : "counting",
    workingDays: length,
    days,
    unpublished: days.some((day) => !day.published),
    calendarVersion: rule.calendar.version,
  };
  const lastDay = days.at(-1);
  if (lastDay?.nth !== length) return sum;
  return {
    ...sum,
    dueOn: lastDay.on,
    dueAt: instantInShanghai(lastDay.on, rule.closeOfDay),
    warnAt: instantInShanghai(warnDay(length, rule.warnShare, days) ?? lastDay.on, "00:00"),
  };
}

/** Working days of the limit already used before and on `todayOn`, and those left after it; 0 or less left = last day or late. */
export function usedAndLeft(sum: LimitSum, todayOn: string): { used: number; left: number } {
  const used = sum.days.filter((day) => day.nth !== undefined && day.on <= todayOn).length;
  return { used, left: sum.workingDays - used };
}

import { dateInShanghai } from "@talent/shared/calendar/dates";
import { lengthEvents, usedAndLeft, type LimitSum } from "@talent/shared/calendar/timeLimit";
import { workingDaysBetween, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { LimitView } from "@talent/shared/contract/schemas/requests";
import type { RequestClock } from "../document";

function standingOf(sum: LimitSum, now: Date): LimitView["standing"] {
  if (sum.state !== "counting") return sum.state;
  if (sum.dueAt === undefined || sum.warnAt === undefined) return "inTime";
  if (now >= sum.dueAt) return "overdue";
  if (sum.dueOn === dateInShanghai(now)) return "dueToday";
  return now >= sum.warnAt ? "dueSoon" : "inTime";
}

/** Working days left after `onDay`; once the limit is over, minus the working days since, at least one. */
function daysLeft(sum: LimitSum, calendar: WorkingCalendar, at: Date): number {
  const onDay = dateInShanghai(at);
  if (sum.dueAt === undefined || sum.dueOn === undefined || at < sum.dueAt)
    return Math.max(usedAndLeft(sum, onDay).left, 0);
  return -Math.max(1, workingDaysBetween(calendar, sum.dueOn, onDay));
}

/** A time limit as people read it; one that has ended is read as of its end. */
export function limitView(
  clock: RequestClock,
  sum: LimitSum,
  calendar: WorkingCalendar,
  now: Date,
): LimitView {
  const last = clock.events.at(-1);
  const at = last?.type === "ended" ? last.at : now;
  const changes = lengthEvents(clock.events).map(({ type, at: changedAt, workingDays }) => ({
    type,
    on: dateInShanghai(changedAt),
    workingDays,
  }));
  return {
    kind: clock.kind,
    state: sum.state,
    workingDays: sum.workingDays,
    used: usedAndLeft(sum, dateInShanghai(at)).used,
    left: daysLeft(sum, calendar, at),
    ...(sum.dueOn === undefined ? {} : { dueOn: sum.dueOn }),
    ...(sum.dueAt === undefined ? {} : { dueAt: sum.dueAt.toISOString() }),
    standing: standingOf(sum, now),
    unpublished: sum.unpublished,
    ...(changes.length === 0 ? {} : { changes }),
  };
}

/** The notices of the State Council that a sum rests on. */
export function limitSources(sum: LimitSum, calendar: WorkingCalendar): string[] {
  const years = [...new Set(sum.days.map((day) => Number(day.on.slice(0, 4))))];
  return years.flatMap((year) => calendar.sourceOf(year) ?? []);
}

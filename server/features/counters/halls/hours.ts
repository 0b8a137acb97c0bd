import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { dateInShanghai, instantInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";
import type { OpenSpan } from "@talent/shared/domain/appointments";

const MINUTE_MS = 60_000;

/** First opening and last closing of a day. */
export function wholeDay(hours: readonly OpenSpan[]): OpenSpan {
  const froms = hours.map(({ from }) => from).sort();
  const tos = hours.map(({ to }) => to).sort();
  return { from: froms[0] ?? "00:00", to: tos.at(-1) ?? "00:00" };
}

/** Numbers are given on working days from the first opening to the last closing, over the lunch break too. */
export function givesNumbers(hours: readonly OpenSpan[], calendar: WorkingCalendar, now: Date): boolean {
  const { from, to } = wholeDay(hours);
  const time = timeInShanghai(now);
  return calendar.day(dateInShanghai(now)).counts && time >= from && time < to;
}

/** Whether a hall is open, and if not, when it opens next. */
export function hallState(
  hours: readonly OpenSpan[],
  calendar: WorkingCalendar,
  now: Date,
): { openNow: boolean; nextOpenOn?: string; nextOpenTime?: string } {
  const [todayOn, time] = [dateInShanghai(now), timeInShanghai(now)];
  const worksToday = calendar.day(todayOn).counts;
  if (worksToday && hours.some(({ from, to }) => time >= from && time < to)) return { openNow: true };
  const later = worksToday
    ? hours
        .map(({ from }) => from)
        .filter((from) => from > time)
        .sort()[0]
    : undefined;
  return {
    openNow: false,
    nextOpenOn: later === undefined ? addWorkingDays(calendar, todayOn, 1) : todayOn,
    nextOpenTime: later ?? wholeDay(hours).from,
  };
}

/** When a number taken now ends by itself: some time after the hall has closed, or after now if that is later. */
export function ticketEnds(hours: readonly OpenSpan[], graceMinutes: number, now: Date): Date {
  const close = instantInShanghai(dateInShanghai(now), wholeDay(hours).to);
  return new Date(Math.max(close.getTime(), now.getTime()) + graceMinutes * MINUTE_MS);
}

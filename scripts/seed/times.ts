import { addDays, dateInShanghai, instantInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";
import { addWorkingDays, PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import type { Random } from "./random";

/** A moment inside office hours of a day. */
export function officeMoment(on: string, random: Random): Date {
  const minutes = random.between(9 * 60, 17 * 60 + 20);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return instantInShanghai(on, clock);
}

/** The working day that lies `count` working days before `on`; `on` itself, or the one before it, for 0. */
export function workingDayBefore(on: string, count: number): string {
  let day = on;
  while (!PUBLISHED_CALENDAR.day(day).counts) day = addDays(day, -1);
  for (let left = count; left > 0;) {
    day = addDays(day, -1);
    if (PUBLISHED_CALENDAR.day(day).counts) left -= 1;
  }
  return day;
}

/** The same moment, or the next working morning when the office is closed by then. */
function whenOpen(at: Date, random: Random): Date {
  const on = dateInShanghai(at);
  const time = timeInShanghai(at);
  const open = PUBLISHED_CALENDAR.day(on).counts && time >= "09:00" && time < "17:30";
  if (open) return at;
  const early = PUBLISHED_CALENDAR.day(on).counts && time < "09:00";
  const day = early ? on : addWorkingDays(PUBLISHED_CALENDAR, on, 1);
  return instantInShanghai(day, `09:${String(random.between(2, 50)).padStart(2, "0")}`);
}

/**
 * The next act of somebody at work: `days` working days later, or within two hours when 0, but never after `now`:
 * what would lie in the future happens between the last act and now.
 */
export function nextMoment(after: Date, days: number, random: Random, now: Date): Date {
  const wanted =
    days === 0
      ? whenOpen(new Date(after.getTime() + random.between(5, 120) * 60_000), random)
      : officeMoment(addWorkingDays(PUBLISHED_CALENDAR, dateInShanghai(after), days), random);
  if (wanted <= now) return wanted;
  return new Date(
    after.getTime() + Math.round((now.getTime() - after.getTime()) * (0.3 + 0.4 * random.share())),
  );
}

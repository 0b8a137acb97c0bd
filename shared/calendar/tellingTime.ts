import type { TellingHours } from "../domain/escalation";
import { addDays, dateInShanghai, instantInShanghai, timeInShanghai } from "./dates";
import { addWorkingDays, type WorkingCalendar } from "./workingDays";

/** The first instant at or after `at` that lies in the telling hours of a working day. */
export function tellingTime(calendar: WorkingCalendar, hours: TellingHours, at: Date): Date {
  const on = dateInShanghai(at);
  const time = timeInShanghai(at);
  if (calendar.day(on).counts && time >= hours.from && time < hours.until) return at;
  const before = calendar.day(on).counts && time < hours.from;
  return instantInShanghai(before ? on : addWorkingDays(calendar, on, 1), hours.from);
}

/** The first working day at or after `on`. */
export function workingDayFrom(calendar: WorkingCalendar, on: string): string {
  return calendar.day(on).counts ? on : addWorkingDays(calendar, addDays(on, -1), 1);
}

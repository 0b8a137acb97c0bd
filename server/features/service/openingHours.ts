import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { dateInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";

export interface OpeningHours {
  /** `HH:MM`, Asia/Shanghai, on working days. */
  opensAt: string;
  closesAt: string;
}

export interface OpenState {
  openNow: boolean;
  /** The next opening; absent while open. */
  nextOpenOn?: string;
  nextOpenTime?: string;
}

/** Whether somebody answers now, and if not, when. Open on the days that count in the working calendar. */
export function openState(hours: OpeningHours, calendar: WorkingCalendar, now: Date): OpenState {
  const [todayOn, time] = [dateInShanghai(now), timeInShanghai(now)];
  const worksToday = calendar.day(todayOn).counts;
  if (worksToday && time >= hours.opensAt && time < hours.closesAt) return { openNow: true };
  const stillToday = worksToday && time < hours.opensAt;
  return {
    openNow: false,
    nextOpenOn: stillToday ? todayOn : addWorkingDays(calendar, todayOn, 1),
    nextOpenTime: hours.opensAt,
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** Milliseconds of a wall-clock date, months and days may run over; years below 100 are meant as they are. */
export function localTime(year: number, month: number, day: number, time = 0): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month, day);
  return at.getTime() + time;
}

export interface IsoWeek {
  year: number;
  week: number;
  /** 1 Monday to 7 Sunday */
  day: number;
}

/** The ISO 8601 week of a wall-clock time. */
export function isoWeek(local: number): IsoWeek {
  const day = new Date(local).getUTCDay() || 7;
  const thursday = new Date(local + (4 - day) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - localTime(year, 0, 1)) / WEEK) + 1;
  return { year, week, day };
}

/** Wall-clock midnight of a day of an ISO week. */
export function fromIsoWeek({ year, week, day }: IsoWeek): number {
  const fourth = localTime(year, 0, 4);
  const weekday = new Date(fourth).getUTCDay() || 7;
  return fourth + (1 - weekday + (week - 1) * 7 + (day - 1)) * DAY;
}

/** 1 for the first of January. */
export function dayOfYear(local: number): number {
  return Math.floor((local - localTime(new Date(local).getUTCFullYear(), 0, 1)) / DAY) + 1;
}

/** Weeks begin on Sunday; days before the first Sunday are in week 0. */
export function weekOfYear(local: number): number {
  const weekday = new Date(local).getUTCDay();
  return Math.floor((dayOfYear(local) - 1 - weekday + 7) / 7);
}

/** Adds months; a day the month does not have becomes its last. */
export function addMonths(local: number, months: number): number {
  const at = new Date(local);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months];
  const last = new Date(localTime(year, month + 1, 0)).getUTCDate();
  return localTime(year, month, Math.min(at.getUTCDate(), last), ((local % DAY) + DAY) % DAY);
}

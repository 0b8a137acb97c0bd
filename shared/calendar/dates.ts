/**
 * Calendar dates `YYYY-MM-DD` and instants in Asia/Shanghai, without `Intl`, which WeChat's logic layer lacks on
 * Android. The zone has been UTC+8 without daylight saving since 1991-09-15; earlier instants are not handled.
 */
const DAY_MS = 86_400_000;
const ZONE_OFFSET_MS = 8 * 3_600_000;

/** Dates met before; limits walk over the same few hundred days again and again. */
const KNOWN_DAYS = 5_000;
const numbers = new Map<string, number>();
const dates = new Map<number, string>();

function parse(on: string): number {
  const ms = Date.parse(`${on}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== on)
    throw new RangeError(`not a calendar date: ${on}`);
  return ms / DAY_MS;
}

function remember<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size >= KNOWN_DAYS) known.clear();
  known.set(key, value);
  return value;
}

/** Days since 1970-01-01 of a calendar date. Throws `RangeError` for anything that is not a real date. */
export function dayNumber(on: string): number {
  return numbers.get(on) ?? remember(numbers, on, parse(on));
}

export function dateOfDayNumber(day: number): string {
  return dates.get(day) ?? remember(dates, day, new Date(day * DAY_MS).toISOString().slice(0, 10));
}

/** The date `days` calendar days after `on` (negative = before). */
export function addDays(on: string, days: number): string {
  return dateOfDayNumber(dayNumber(on) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(on: string): number {
  return (((dayNumber(on) + 4) % 7) + 7) % 7;
}

/**
 * The date `months` calendar months away. A day that the month lacks becomes its last day
 * (31 May − 3 months = 28 or 29 February).
 */
export function addMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(targetYear, targetMonth, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The date in Asia/Shanghai at this instant. */
export function dateInShanghai(at: Date): string {
  return new Date(at.getTime() + ZONE_OFFSET_MS).toISOString().slice(0, 10);
}

/** The wall clock `HH:MM` in Asia/Shanghai at this instant. */
export function timeInShanghai(at: Date): string {
  return new Date(at.getTime() + ZONE_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant at which Asia/Shanghai shows this date and wall clock `HH:MM`. */
export function instantInShanghai(on: string, time: string): Date {
  return new Date(`${on}T${time}:00+08:00`);
}

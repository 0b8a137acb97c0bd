import published from "../data/calendars.json";
import { addDays, weekday } from "./dates";

/** One published year: days off and weekend days worked, as `MM-DD` or `MM-DD..MM-DD`. */
export interface CalendarYear {
  year: number;
  source: string;
  off: readonly string[];
  makeUpWork: readonly string[];
}

export type DayKind =
  | "working"
  | "weekend"
  | "holiday"
  /** 调休: a weekend day that is worked */
  | "makeUp";

export interface DayFact {
  on: string;
  kind: DayKind;
  counts: boolean;
  /** False = the year's notice is not out; the answer rests on weekends alone 未公布，按周末推算. */
  published: boolean;
}

/** Working days of the years whose State Council notice is known, and weekends beyond them. */
export interface WorkingCalendar {
  readonly version: string;
  day(on: string): DayFact;
  sourceOf(year: number): string | undefined;
}

function expand(year: number, spans: readonly string[]): string[] {
  return spans.flatMap((span) => {
    const [first = "", last = first] = span.split("..");
    const days: string[] = [];
    for (let on = `${year}-${first}`; on <= `${year}-${last}`; on = addDays(on, 1)) days.push(on);
    return days;
  });
}

/** Builds a calendar from published years. `version` names it in every computed limit. */
export function createCalendar(years: readonly CalendarYear[], version: string): WorkingCalendar {
  const known = new Map(years.map((year) => [year.year, year]));
  const off = new Set(years.flatMap((year) => expand(year.year, year.off)));
  const makeUp = new Set(years.flatMap((year) => expand(year.year, year.makeUpWork)));

  function kindOf(on: string): DayKind {
    if (off.has(on)) return "holiday";
    if (makeUp.has(on)) return "makeUp";
    const day = weekday(on);
    return day === 0 || day === 6 ? "weekend" : "working";
  }

  return {
    version,
    day(on) {
      const kind = kindOf(on);
      return {
        on,
        kind,
        counts: kind === "working" || kind === "makeUp",
        published: known.has(Number(on.slice(0, 4))),
      };
    },
    sourceOf: (year) => known.get(year)?.source,
  };
}

/** The calendar shipped with the product: the notices for 2024, 2025 and 2026. */
export const PUBLISHED_CALENDAR: WorkingCalendar = createCalendar(published.years, "2024-2026");

/** The first day after `on` that counts, the second, … the `count`-th. `count` ≥ 1. */
export function addWorkingDays(calendar: WorkingCalendar, on: string, count: number): string {
  let day = on;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (calendar.day(day).counts) left -= 1;
  }
  return day;
}

/** Days that count after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.day(day).counts) count += 1;
  return count;
}

import { addDays, daysBetween, weekday } from "./dates";
import type { CalendarYear } from "./workingDays";

/** What is wrong with a file of days off, and where. */
export const CALENDAR_PROBLEMS = [
  "not_json",
  "unknown_layout",
  "several_years",
  "no_days",
  "not_a_date",
  "wrong_year",
  "day_twice",
  "off_and_worked",
  "make_up_not_weekend",
  "too_many_days_off",
] as const;
export type CalendarProblem = (typeof CALENDAR_PROBLEMS)[number];

export interface CalendarFileProblem {
  problem: CalendarProblem;
  /** The entry as it stands in the file. */
  entry?: string | undefined;
}

/** A year as its file gives it. */
export interface CalendarFile extends CalendarYear {
  link?: string | undefined;
  publishedOn?: string | undefined;
  sample: boolean;
}

export type CalendarReading =
  | { file: CalendarFile; problems: readonly [] }
  | { file?: undefined; problems: readonly CalendarFileProblem[] };

/** More days off than any year has had, weekends left aside. */
const MOST_DAYS_OFF = 60;
/** A span of days off longer than this is a mistake. */
const LONGEST_SPAN = 20;

interface Draft {
  year: number;
  source: string;
  link?: string | undefined;
  publishedOn?: string | undefined;
  sample: boolean;
  off: string[];
  makeUpWork: string[];
  problems: CalendarFileProblem[];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDate(on: string): boolean {
  const ms = Date.parse(`${on}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === on
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 200) : undefined;
}

/** `MM-DD` or `MM-DD..MM-DD` as dates; a problem where it is neither. */
function spanDays(year: number, entry: string, problems: CalendarFileProblem[]): string[] {
  const [first = "", last = first, ...more] = entry.split("..");
  const [from, to] = [`${year}-${first}`, `${year}-${last}`];
  if (more.length > 0 || !isDate(from) || !isDate(to) || to < from || daysBetween(from, to) > LONGEST_SPAN) {
    problems.push({ problem: "not_a_date", entry });
    return [];
  }
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
}

function listDays(list: unknown, year: number, problems: CalendarFileProblem[]): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => {
    if (typeof entry === "string") return spanDays(year, entry, problems);
    problems.push({ problem: "not_a_date", entry: String(entry).slice(0, 40) });
    return [];
  });
}

/** `{year, source, off, makeUpWork}`: the layout of the shipped file, whole or one of its years. */
function readSpans(fields: Fields): Draft | undefined {
  const { year } = fields;
  if (typeof year !== "number" || !("off" in fields || "makeUpWork" in fields)) return undefined;
  const problems: CalendarFileProblem[] = [];
  return {
    year,
    source: textOf(fields["source"]) ?? "",
    link: textOf(fields["link"]),
    publishedOn: textOf(fields["publishedOn"]),
    sample: fields["sample"] === true,
    off: listDays(fields["off"], year, problems),
    makeUpWork: listDays(fields["makeUpWork"], year, problems),
    problems,
  };
}

/** `{year, papers, days: [{name, date, isOffDay}]}`: the layout of holiday-cn. */
function readDays(fields: Fields): Draft | undefined {
  const { year, days, papers } = fields;
  if (typeof year !== "number" || !Array.isArray(days)) return undefined;
  const link = Array.isArray(papers) ? textOf(papers[0]) : undefined;
  const draft: Draft = { year, source: "", link, sample: false, off: [], makeUpWork: [], problems: [] };
  for (const day of days as unknown[]) {
    const date = isFields(day) ? day["date"] : undefined;
    if (!isFields(day) || typeof date !== "string" || !isDate(date) || typeof day["isOffDay"] !== "boolean")
      draft.problems.push({
        problem: "not_a_date",
        entry: typeof date === "string" ? date.slice(0, 40) : undefined,
      });
    else (day["isOffDay"] ? draft.off : draft.makeUpWork).push(date);
  }
  return draft;
}

/** What is wrong with the days themselves. */
function dayProblems({ year, off, makeUpWork }: Draft): CalendarFileProblem[] {
  const problems: CalendarFileProblem[] = [];
  const all = [...off, ...makeUpWork];
  for (const on of new Set(all)) {
    if (!on.startsWith(`${year}-`)) problems.push({ problem: "wrong_year", entry: on });
    const [rests, worked] = [off, makeUpWork].map((list) => list.filter((each) => each === on).length);
    if (rests && worked) problems.push({ problem: "off_and_worked", entry: on });
    else if ((rests ?? 0) + (worked ?? 0) > 1) problems.push({ problem: "day_twice", entry: on });
  }
  for (const on of new Set(makeUpWork))
    if (weekday(on) !== 0 && weekday(on) !== 6) problems.push({ problem: "make_up_not_weekend", entry: on });
  if (off.length === 0) problems.push({ problem: "no_days" });
  if (off.length > MOST_DAYS_OFF) problems.push({ problem: "too_many_days_off", entry: String(off.length) });
  return problems;
}

function monthDays(days: readonly string[]): string[] {
  return [...days].sort().map((on) => on.slice(5));
}

function readDraft(parsed: unknown): Draft | CalendarProblem {
  if (!isFields(parsed)) return "unknown_layout";
  const { years } = parsed;
  if (Array.isArray(years)) {
    if (years.length > 1) return "several_years";
    return readDraft(years[0] as unknown);
  }
  const draft = readSpans(parsed) ?? readDays(parsed);
  if (draft === undefined || !Number.isInteger(draft.year) || draft.year < 2000 || draft.year > 2100)
    return "unknown_layout";
  return draft;
}

/**
 * Reads one year of days off from the text of a file, in the layout of the shipped file or in that of holiday-cn.
 * Every problem is named with its entry; a file with any is refused whole.
 */
export function readCalendarFile(text: string): CalendarReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problems: [{ problem: "not_json" }] };
  }
  const draft = readDraft(parsed);
  if (typeof draft === "string") return { problems: [{ problem: draft }] };
  const problems = [...draft.problems, ...dayProblems(draft)];
  if (problems.length > 0) return { problems };
  const { year, source, link, publishedOn, sample, off, makeUpWork } = draft;
  const file = {
    ...{ year, source, link, sample, off: monthDays(off), makeUpWork: monthDays(makeUpWork) },
    publishedOn: publishedOn !== undefined && isDate(publishedOn) ? publishedOn : undefined,
  };
  return { file, problems: [] };
}

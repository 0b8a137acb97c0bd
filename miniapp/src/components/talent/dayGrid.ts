import { addDays, weekday } from "@talent/shared/calendar/dates";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";

/** One line of the day-by-day sum as the server sends it. */
export type LimitDay = NonNullable<RequestDetail["limitDays"]>[number];

export type CellLook = "blank" | "start" | "count" | "makeUp" | "today" | "toCome" | "rest" | "stopped";

export interface DayCell {
  /** Absent for a blank cell. */
  on?: string;
  look: CellLook;
  nth?: number;
}

/** Days that belong together in one sentence under the grid. */
export type DaySpan =
  | { kind: "makeUp"; on: string; nth: number }
  | { kind: "holiday" | "stopped"; fromOn: string; toOn: string; days: number }
  | { kind: "today"; on: string; nth: number }
  | { kind: "toCome"; fromOn: string; toOn: string; days: number };

function lookOf(day: LimitDay, todayOn: string): CellLook {
  if (day.kind === "start") return "start";
  if (day.kind === "stopped") return "stopped";
  if (day.nth === undefined) return "rest";
  if (day.on === todayOn) return "today";
  if (day.on > todayOn) return "toCome";
  return day.kind === "makeUp" ? "makeUp" : "count";
}

/** Monday-first weeks from the start of the limit to its last day; `days` are consecutive. */
export function weeksOf(days: readonly LimitDay[], todayOn: string): DayCell[][] {
  const first = days[0];
  if (first === undefined) return [];
  const lead = (weekday(first.on) + 6) % 7;
  const cells: DayCell[] = [
    ...Array.from({ length: lead }, (): DayCell => ({ look: "blank" })),
    ...days.map((day): DayCell => ({
      on: day.on,
      look: lookOf(day, todayOn),
      ...(day.nth === undefined ? {} : { nth: day.nth }),
    })),
  ];
  let next = addDays(first.on, days.length);
  for (; cells.length % 7 !== 0; next = addDays(next, 1)) {
    const weekend = cells.length % 7 >= 5;
    cells.push(weekend ? { on: next, look: "rest" } : { look: "blank" });
  }
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** What the grid shows, as spans that a sentence can name: special days in order, then today, then the days to come. */
export function spansOf(days: readonly LimitDay[], todayOn: string): DaySpan[] {
  const spans: DaySpan[] = [];
  let run: Extract<DaySpan, { kind: "holiday" | "stopped" }> | undefined;
  for (const day of days) {
    const kind = day.kind === "holiday" || day.kind === "stopped" ? day.kind : undefined;
    // A weekend inside a stopped clock or a holiday does not break the run.
    if (kind === undefined && day.nth === undefined && day.kind !== "start") continue;
    if (kind !== undefined && run?.kind === kind) {
      run.toOn = day.on;
      run.days += 1;
    } else if (kind !== undefined) {
      run = { kind, fromOn: day.on, toOn: day.on, days: 1 };
      spans.push(run);
    } else {
      run = undefined;
    }
    if (day.kind === "makeUp" && day.nth !== undefined)
      spans.push({ kind: "makeUp", on: day.on, nth: day.nth });
  }
  const today = days.find((day) => day.on === todayOn && day.nth !== undefined);
  if (today?.nth !== undefined) spans.push({ kind: "today", on: today.on, nth: today.nth });
  const coming = days.filter((day) => day.on > todayOn && day.nth !== undefined);
  const [firstComing, lastComing] = [coming[0], coming[coming.length - 1]];
  if (firstComing !== undefined && lastComing !== undefined) {
    spans.push({ kind: "toCome", fromOn: firstComing.on, toOn: lastComing.on, days: coming.length });
  }
  return spans;
}

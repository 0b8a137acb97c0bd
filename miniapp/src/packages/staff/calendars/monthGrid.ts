import { addDays, weekday } from "@talent/shared/calendar/dates";

/** How a day of a year's calendar is drawn. */
export type DayLook = "blank" | "work" | "weekend" | "off" | "makeUp";

export interface CalendarCell {
  /** Day of the month; absent for a blank cell. */
  day?: number;
  look: DayLook;
}

interface SpecialDays {
  /** `MM-DD` */
  off: readonly string[];
  makeUpWork: readonly string[];
}

/** Monday-first weeks of a month, 1–12. */
export function monthWeeks(year: number, month: number, days: SpecialDays): CalendarCell[][] {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const cells: CalendarCell[] = Array.from({ length: (weekday(first) + 6) % 7 }, (): CalendarCell => ({
    look: "blank",
  }));
  for (let on = first; on.slice(0, 7) === first.slice(0, 7); on = addDays(on, 1)) {
    const special = on.slice(5);
    const rests = weekday(on) === 0 || weekday(on) === 6;
    const look = days.off.includes(special)
      ? "off"
      : days.makeUpWork.includes(special)
        ? "makeUp"
        : rests
          ? "weekend"
          : "work";
    cells.push({ day: Number(on.slice(8)), look });
  }
  while (cells.length % 7 !== 0) cells.push({ look: "blank" });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** Months that have a day off or a make-up day; the first two where there is none. */
export function specialMonths({ off, makeUpWork }: SpecialDays): number[] {
  const months = [...new Set([...off, ...makeUpWork].map((day) => Number(day.slice(0, 2))))];
  return months.length === 0 ? [1, 2] : months.sort((a, b) => a - b);
}

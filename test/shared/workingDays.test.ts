import { addDays } from "@talent/shared/calendar/dates";
import {
  PUBLISHED_CALENDAR,
  addWorkingDays,
  createCalendar,
  workingDaysBetween,
} from "@talent/shared/calendar/workingDays";

test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])("%i has %i working days", (year, expected) => {
  expect(workingDaysBetween(PUBLISHED_CALENDAR, `${year - 1}-12-31`, `${year}-12-31`)).toBe(expected);
});

test.each([
  ["2026-10-10", "makeUp", true],
  ["2026-10-01", "holiday", false],
  ["2026-11-21", "weekend", false],
  ["2026-11-24", "working", true],
])("%s is a %s day", (on, kind, counts) => {
  expect(PUBLISHED_CALENDAR.day(on)).toEqual({ on, kind, counts, published: true });
});

test("a year without a notice is computed from weekends and says so", () => {
  expect(PUBLISHED_CALENDAR.day("2027-10-01")).toEqual({
    on: "2027-10-01",
    kind: "working",
    counts: true,
    published: false,
  });
  expect(PUBLISHED_CALENDAR.sourceOf(2027)).toBeUndefined();
  expect(PUBLISHED_CALENDAR.sourceOf(2026)).toContain("国务院办公厅");
});

test("counting forward and counting between are inverse", () => {
  for (let on = "2026-01-01"; on <= "2026-11-01"; on = addDays(on, 3))
    for (const days of [1, 2, 7, 20])
      expect(workingDaysBetween(PUBLISHED_CALENDAR, on, addWorkingDays(PUBLISHED_CALENDAR, on, days))).toBe(
        days,
      );
});

test("a day that is both off and worked counts as off", () => {
  const calendar = createCalendar(
    [{ year: 2030, source: "示例", off: ["05-01..05-03"], makeUpWork: ["05-03"] }],
    "test",
  );
  expect(calendar.day("2030-05-03").counts).toBe(false);
});

import { spansOf, weeksOf, type LimitDay } from "../../miniapp/src/components/talent/dayGrid";

const day = (on: string, kind: LimitDay["kind"], nth?: number): LimitDay => ({
  on,
  kind,
  published: true,
  ...(nth === undefined ? {} : { nth }),
});

/** A limit of three days begun on Thursday 8 October 2026, with a make-up Saturday. */
const DAYS = [
  day("2026-10-08", "start"),
  day("2026-10-09", "working", 1),
  day("2026-10-10", "makeUp", 2),
  day("2026-10-11", "weekend"),
  day("2026-10-12", "working", 3),
];

test("begins on Monday and fills the last week", () => {
  const weeks = weeksOf(DAYS, "2026-10-10");
  expect(weeks).toHaveLength(2);
  expect(weeks[0]?.map((cell) => cell.look)).toEqual([
    "blank",
    "blank",
    "blank",
    "start",
    "count",
    "today",
    "rest",
  ]);
  expect(weeks[1]?.map((cell) => cell.look)).toEqual([
    "toCome",
    "blank",
    "blank",
    "blank",
    "blank",
    "rest",
    "rest",
  ]);
});

test("marks a make-up day only while it is neither today nor still to come", () => {
  expect(weeksOf(DAYS, "2026-10-12")[0]?.[5]?.look).toBe("makeUp");
  expect(weeksOf(DAYS, "2026-10-09")[0]?.[5]?.look).toBe("toCome");
});

test("joins stopped days over a weekend into one span and counts the working days in it", () => {
  const days = [
    day("2026-10-29", "working", 1),
    day("2026-10-30", "stopped"),
    day("2026-10-31", "weekend"),
    day("2026-11-01", "weekend"),
    day("2026-11-02", "stopped"),
    day("2026-11-03", "working", 2),
    day("2026-11-04", "stopped"),
  ];
  expect(spansOf(days, "2026-11-03")).toEqual([
    { kind: "stopped", fromOn: "2026-10-30", toOn: "2026-11-02", days: 2 },
    { kind: "stopped", fromOn: "2026-11-04", toOn: "2026-11-04", days: 1 },
    { kind: "today", on: "2026-11-03", nth: 2 },
  ]);
});

test("has nothing to show without days", () => {
  expect(weeksOf([], "2026-10-10")).toEqual([]);
  expect(spansOf([], "2026-10-10")).toEqual([]);
});

import { PUBLISHED_CALENDAR } from "../../../shared/calendar/workingDays";
import type { AbsenceFacts, DaySpan, PostLetter } from "../../../shared/domain/posts";
import {
  emptyDays,
  movedSpan,
  spanProblems,
  splitSpans,
  type AbsenceFrame,
} from "../../../server/features/posts/absences/rules";

const span = (fromOn: string, toOn = fromOn): DaySpan => ({ fromOn, toOn });
const away = (letter: PostLetter, fromOn: string, toOn = fromOn): AbsenceFacts => ({
  letter,
  fromOn,
  toOn,
  state: "registered",
});
const frame = (...absences: AbsenceFacts[]): AbsenceFrame => ({
  absences,
  calendar: PUBLISHED_CALENDAR,
  todayOn: "2026-11-24",
});
const asked = (...spans: DaySpan[]) => ({ letter: "A" as const, spans });

// 2026-11-30 is a Monday.
test.each<[string, DaySpan[], AbsenceFacts[], string[]]>([
  ["none, while the other is there", [span("2026-11-30", "2026-12-02")], [], []],
  [
    "the day on which the other is away",
    [span("2026-11-30", "2026-12-02")],
    [away("B", "2026-12-01")],
    ["2026-12-01"],
  ],
  [
    "no weekend between two absences",
    [span("2026-11-27", "2026-11-29")],
    [away("B", "2026-11-28", "2026-11-29")],
    [],
  ],
  ["a Saturday that is worked", [span("2026-10-10")], [away("B", "2026-10-10")], ["2026-10-10"]],
  ["none from an absence of one's own", [span("2026-12-04")], [away("A", "2026-12-04")], []],
])("days that would stand empty: %s", (_, spans, absences, expected) => {
  expect(emptyDays(asked(...spans), frame(...absences))).toEqual(expected);
});

test.each<[string, DaySpan[], AbsenceFacts[], string[]]>([
  ["nothing", [span("2026-11-24")], [], []],
  [
    "its end before its beginning",
    [span("2026-11-27", "2026-11-26")],
    [],
    ["spans.0.toOn ends_before_it_begins"],
  ],
  ["more than 92 days", [span("2026-11-30", "2027-03-02")], [], ["spans.0.toOn too_long"]],
  ["a day in the past", [span("2026-11-23")], [], ["spans.0.fromOn in_the_past"]],
  ["no working day in it", [span("2026-11-28", "2026-11-29")], [], ["spans.0.fromOn no_working_day"]],
  [
    "an absence that is there already",
    [span("2026-12-02", "2026-12-04")],
    [away("A", "2026-12-04")],
    ["spans.0.fromOn already_absent"],
  ],
  [
    "its own other span",
    [span("2026-12-01"), span("2026-12-01", "2026-12-02")],
    [],
    ["spans.1.fromOn already_absent"],
  ],
])("is refused for %s", (_, spans, absences, expected) => {
  const problems = spanProblems(asked(...spans), frame(...absences));
  expect(problems.map(({ field, problem }) => `${field.replace("body.", "")} ${problem}`)).toEqual(expected);
});

test("the other time is as long, begins later and leaves nobody alone with an empty post", () => {
  const other = away("B", "2026-12-01");
  expect(movedSpan(asked(span("2026-11-30", "2026-12-02")), frame(other))).toEqual(
    span("2026-12-02", "2026-12-04"),
  );
  const friday = movedSpan(asked(span("2026-12-03", "2026-12-04")), frame(away("B", "2026-12-03")));
  expect(friday).toEqual(span("2026-12-04", "2026-12-07"));
});

test("no other time is offered while the other is away for good", () => {
  expect(movedSpan(asked(span("2026-11-30")), frame(away("B", "2026-11-24", "2027-06-30")))).toBeUndefined();
});

test("the split leaves out exactly the empty days and begins and ends on working days", () => {
  const frameWithB = frame(away("B", "2026-12-01"));
  expect(splitSpans(asked(span("2026-11-30", "2026-12-02")), frameWithB)).toEqual([
    span("2026-11-30"),
    span("2026-12-02"),
  ]);
  expect(splitSpans(asked(span("2026-11-27", "2026-12-02")), frameWithB)).toEqual([
    span("2026-11-27", "2026-11-30"),
    span("2026-12-02"),
  ]);
  expect(splitSpans(asked(span("2026-12-01")), frameWithB)).toEqual([]);
});

test("whatever is offered would be accepted", () => {
  for (let day = 1; day <= 28; day += 1) {
    const from = `2026-12-${String(day).padStart(2, "0")}`;
    const full = frame(
      away("B", "2026-12-08", "2026-12-09"),
      away("B", "2026-12-17"),
      away("A", "2026-12-22"),
    );
    const wish = asked(span(from, `2026-12-${String(day + 2).padStart(2, "0")}`));
    const moved = movedSpan(wish, full);
    const offers = [...(moved === undefined ? [] : [[moved]]), splitSpans(wish, full)];
    for (const spans of offers) expect([from, emptyDays(asked(...spans), full)]).toEqual([from, []]);
    if (moved !== undefined) expect([from, spanProblems(asked(moved), full)]).toEqual([from, []]);
  }
});

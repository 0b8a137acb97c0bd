import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { PUBLISHED_CALENDAR } from "../../shared/calendar/workingDays";
import { addDays } from "../../shared/calendar/dates";
import { coveredToday, runsOf, type AskedSpans } from "../../miniapp/src/packages/posts/planRuns";

const days = Array.from({ length: 7 }, (_, index) => {
  const { on, kind, counts } = PUBLISHED_CALENDAR.day(addDays("2026-11-26", index));
  return { on, kind, counts };
});

function post(absences: [letter: "A" | "B", fromOn: string, toOn: string][]): PlannedPost {
  return {
    id: "p",
    absences: absences.map(([letter, fromOn, toOn]) => ({ letter, fromOn, toOn, state: "registered" })),
  } as unknown as PlannedPost;
}
const drawn = (facts: PlannedPost, letter: "A" | "B", asked?: AskedSpans) =>
  runsOf(facts, letter, days, asked).map(({ kind, days: length }) => `${kind}${length}`);

// 11-26 is a Thursday: two working days, the weekend, three working days.
test("an absence is one bar until the weekend, and the other row shows who stands in", () => {
  const away = post([["A", "2026-11-26", "2026-11-30"]]);
  expect(drawn(away, "A")).toEqual(["absent2", "rest1", "rest1", "absent1", "free1", "free1"]);
  expect(drawn(away, "B")).toEqual(["cover2", "rest1", "rest1", "cover1", "free1", "free1"]);
});

test("A does not stand in for B", () => {
  expect(drawn(post([["B", "2026-11-26", "2026-11-27"]]), "A").slice(0, 2)).toEqual(["free1", "free1"]);
});

test("what is asked for is drawn before it is sent, and the day that would stand empty in both rows", () => {
  const asked: AskedSpans = {
    postId: "p",
    letter: "A",
    spans: [{ fromOn: "2026-11-30", toOn: "2026-12-02" }],
  };
  const blocked = post([["B", "2026-12-01", "2026-12-01"]]);
  expect(drawn(blocked, "A", asked)).toEqual([
    "free1",
    "free1",
    "rest1",
    "rest1",
    "asked1",
    "gap1",
    "asked1",
  ]);
  expect(drawn(blocked, "B", asked).slice(4)).toEqual(["free1", "blocking1", "free1"]);
  expect(drawn(blocked, "A", { ...asked, postId: "other" })).not.toContain("asked1");
});

test("posts at which B stands in are those whose duty names for whom", () => {
  const covered = { ...post([]), duty: { letter: "B", name: "谭静", coveringFor: "向磊" } } as PlannedPost;
  expect(coveredToday([post([]), covered])).toEqual([covered]);
});

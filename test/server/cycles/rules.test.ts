import { cycleFrom } from "@talent/shared/domain/cycles";
import { nextStageAt, servedSpan, stepsAhead } from "../../../server/features/cycles/rules";

const SPAN = cycleFrom("2023-12-01");
const running = { ...SPAN, stage: "running" as const, reminded: false };

test("time tells three months before, opens the window, reminds and is overdue the day after", () => {
  expect(stepsAhead(running)).toEqual([
    { event: "notified", stage: "notified", on: "2026-08-30" },
    { event: "evaluationOpened", stage: "evaluationOpen", on: "2026-11-01" },
    { event: "evaluationDueSoon", stage: "evaluationOpen", on: "2026-11-23" },
    { event: "overdue", stage: "overdue", on: "2026-12-01" },
  ]);
});

test.each([
  ["running", false, "2026-08-29T16:00:00.000Z"],
  ["notified", false, "2026-10-31T16:00:00.000Z"],
  ["evaluationOpen", false, "2026-11-22T16:00:00.000Z"],
  ["evaluationOpen", true, "2026-11-30T16:00:00.000Z"],
  ["evaluated", false, undefined],
  ["overdue", true, undefined],
  ["verifying", true, undefined],
  ["paused", true, undefined],
  ["ended", true, undefined],
] as const)("in the stage %s (reminded: %s) time acts next at %s", (stage, reminded, instant) => {
  expect(nextStageAt({ ...SPAN, stage, reminded })?.toISOString()).toBe(instant);
});

test("across 29 February and a new year the steps keep their order", () => {
  const leap = { ...cycleFrom("2024-02-29"), stage: "running" as const, reminded: false };
  expect(stepsAhead(leap).map(({ on }) => on)).toEqual([
    "2026-11-27",
    "2027-01-29",
    "2027-02-20",
    "2027-02-28",
  ]);
});

test("a talent renewed before the end is served without a gap, and in the new cycle from its first day", () => {
  const before = servedSpan(SPAN, new Date("2026-11-30T15:59:59Z"));
  expect(before).toEqual({ startsOn: "2023-12-01", endsOn: "2029-11-30" });
  const on = servedSpan(SPAN, new Date("2026-11-30T16:00:00Z"));
  expect(on).toEqual({ startsOn: "2026-12-01", endsOn: "2029-11-30" });
});

import { addDays, dayNumber, dateOfDayNumber } from "@talent/shared/calendar/dates";
import {
  CYCLE_ACTIONS,
  CYCLE_LIFECYCLE,
  CYCLE_STAGES,
  VERIFICATION_SOURCES,
  cycleDates,
  cycleFrom,
  evaluationWindow,
  mayAppeal,
  nextByTime,
  nextCycle,
  suggestedDecision,
} from "@talent/shared/domain/cycles";

test.each([
  // startsOn, endsOn, notifiedOn, evaluationOpensOn
  ["2025-06-01", "2028-05-31", "2028-02-29", "2028-05-02"],
  ["2024-06-01", "2027-05-31", "2027-02-28", "2027-05-02"],
  ["2024-02-29", "2027-02-27", "2026-11-27", "2027-01-29"],
  ["2023-03-01", "2026-02-28", "2025-11-28", "2026-01-30"],
  ["2025-03-01", "2028-02-29", "2027-11-29", "2028-01-31"],
  ["2024-01-01", "2026-12-31", "2026-09-30", "2026-12-02"],
  ["2023-12-31", "2026-12-30", "2026-09-30", "2026-12-01"],
  ["2023-09-01", "2026-08-31", "2026-05-31", "2026-08-02"],
  ["2024-03-31", "2027-03-30", "2026-12-30", "2027-03-01"],
])("a cycle from %s ends on %s, is told on %s and opens on %s", (startsOn, endsOn, notifiedOn, opensOn) => {
  expect(cycleDates(cycleFrom(startsOn))).toEqual({
    startsOn,
    endsOn,
    notifiedOn,
    evaluationOpensOn: opensOn,
  });
});

test("from every day of eleven years the dates are in order and the window has 30 days", () => {
  const first = dayNumber("2020-01-01");
  for (let day = first; day < first + 365 * 11; day += 1) {
    const span = cycleFrom(dateOfDayNumber(day));
    const { startsOn, notifiedOn, evaluationOpensOn, endsOn } = cycleDates(span);
    expect([startsOn < notifiedOn, notifiedOn < evaluationOpensOn, evaluationOpensOn < endsOn]).toEqual([
      true,
      true,
      true,
    ]);
    expect(dayNumber(endsOn) - dayNumber(evaluationOpensOn)).toBe(29);
    const months = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
    expect(months(endsOn) - months(notifiedOn)).toBe(3);
    expect(nextCycle(span).startsOn).toBe(addDays(endsOn, 1));
  }
});

test("time leads through notice and window to overdue, and no further", () => {
  const span = cycleFrom("2025-06-01");
  expect(nextByTime("running", span)).toEqual({ stage: "notified", on: "2028-02-29" });
  expect(nextByTime("notified", span)).toEqual({ stage: "evaluationOpen", on: "2028-05-02" });
  expect(nextByTime("evaluationOpen", span)).toEqual({ stage: "overdue", on: "2028-06-01" });
  for (const stage of CYCLE_STAGES.slice(3)) expect(nextByTime(stage, span)).toBeUndefined();
});

test.each([
  ["2028-05-01", false, { open: false, why: "tooEarly", opensOn: "2028-05-02" }],
  ["2028-05-02", false, { open: true, late: false }],
  ["2028-05-31", false, { open: true, late: false }],
  ["2028-06-01", false, { open: false, why: "closed", closedOn: "2028-05-31" }],
  ["2028-06-01", true, { open: true, late: true }],
])("on %s (late allowed: %s) the window says %j", (todayOn, lateAllowed, state) => {
  expect(evaluationWindow(cycleFrom("2025-06-01"), todayOn, lateAllowed)).toEqual(state);
});

const all = (result: "pass" | "fail" | "unknown") => VERIFICATION_SOURCES.map(() => ({ result }));

test.each([
  ["competent", true, all("pass"), "renew"],
  ["basicallyCompetent", true, all("pass"), "renew"],
  ["notCompetent", true, all("pass"), "pause"],
  ["excellent", false, all("pass"), "end"],
  ["excellent", true, [...all("pass").slice(1), { result: "fail" as const }], "end"],
  ["excellent", true, [...all("pass").slice(1), { result: "unknown" as const }], undefined],
  ["excellent", true, all("pass").slice(1), undefined],
  [undefined, undefined, all("pass"), undefined],
] as const)(
  "grade %s, still full-time %s, sources %j suggest %s",
  (grade, stillFullTime, answers, decision) => {
    expect(suggestedDecision(grade, stillFullTime, answers)).toBe(decision);
  },
);

test("a decision is appealed against once, within 30 days", () => {
  expect(mayAppeal("2028-06-10", 0, "2028-07-10")).toBe(true);
  expect(mayAppeal("2028-06-10", 0, "2028-07-11")).toBe(false);
  expect(mayAppeal("2028-06-10", 1, "2028-06-11")).toBe(false);
});

test("every stage that is not an end has a way out, and no action leads back to a stage of time alone", () => {
  const left = new Set(CYCLE_ACTIONS.flatMap((action) => [...CYCLE_LIFECYCLE[action].from]));
  for (const stage of CYCLE_STAGES) {
    if (stage === "renewed" || stage === "running") continue;
    expect(left).toContain(stage);
  }
  for (const action of CYCLE_ACTIONS)
    expect(["running", "notified", "overdue"]).not.toContain(CYCLE_LIFECYCLE[action].to);
});

import fc from "fast-check";
import { addDays, dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { sumLimit, usedAndLeft, type LimitEvent } from "@talent/shared/calendar/timeLimit";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";

const rule = (workingDays: number) => ({
  workingDays,
  calendar: PUBLISHED_CALENDAR,
  closeOfDay: "17:30",
  warnShare: 0.8,
});
const at = (on: string, time = "10:00") => instantInShanghai(on, time);
const started = (on: string, time?: string): LimitEvent => ({ type: "started", at: at(on, time) });

/** The last day of a limit, counted one day after the other by the words of the rule. */
function lastDayByCounting(startOn: string, days: number, rests: readonly [string, string][]): string {
  let on = startOn;
  let left = days;
  while (left > 0) {
    on = addDays(on, 1);
    const waiting = rests.some(([from, to]) => on >= from && on <= to);
    if (!waiting && PUBLISHED_CALENDAR.day(on).counts) left -= 1;
  }
  return on;
}

const anyDay = fc.integer({ min: 0, max: 1095 }).map((offset) => addDays("2024-01-01", offset));
const anyLimit = fc.integer({ min: 1, max: 60 });

test("for every limit of 1 to 60 days from every day of 2024 to 2026 the last day is the one counted by hand", () => {
  for (let on = "2024-01-01"; on <= "2026-12-31"; on = addDays(on, 1)) {
    const workingDays = 1 + ((Number(on.slice(8)) * 7 + Number(on.slice(5, 7)) * 13) % 60);
    const sum = sumLimit(rule(workingDays), [started(on)], at(on));
    expect(sum.dueOn).toBe(lastDayByCounting(on, workingDays, []));
  }
});

test("whole days from the notice to the answer do not count, however many notices there are", () => {
  const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 15 })), {
    maxLength: 3,
  });
  fc.assert(
    fc.property(anyDay, anyLimit, pauses, (startOn, workingDays, gaps) => {
      const rests: [string, string][] = [];
      let on = startOn;
      for (const [before, length] of gaps) {
        const from = addDays(on, before);
        on = addDays(from, length);
        rests.push([from, on]);
      }
      const events = [
        started(startOn),
        ...rests.flatMap(([from, to]): LimitEvent[] => [
          { type: "stopped", at: at(from, "11:00") },
          { type: "resumed", at: at(to, "11:00") },
        ]),
      ];
      const sum = sumLimit(rule(workingDays), events, at(addDays(on, 400)));
      expect(sum.dueOn).toBe(lastDayByCounting(startOn, workingDays, rests));
    }),
    { numRuns: 300 },
  );
});

test("the sum lists every day once, numbers the counted ones and ends on the last", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, (startOn, workingDays) => {
      const { days, dueOn } = sumLimit(rule(workingDays), [started(startOn)], at(startOn));
      expect(days[0]).toMatchObject({ on: startOn, kind: "start" });
      expect(days.map((day) => day.on)).toEqual(days.map((_, index) => addDays(startOn, index)));
      expect(days.flatMap((day) => day.nth ?? [])).toEqual(
        Array.from({ length: workingDays }, (_, index) => index + 1),
      );
      expect(days.at(-1)).toMatchObject({ on: dueOn, nth: workingDays });
    }),
    { numRuns: 200 },
  );
});

test("used and left always add up to the limit until it is over", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, fc.integer({ min: 0, max: 120 }), (startOn, workingDays, later) => {
      const sum = sumLimit(rule(workingDays), [started(startOn)], at(startOn));
      const { used, left } = usedAndLeft(sum, addDays(startOn, later));
      expect(used + left).toBe(workingDays);
      expect(used).toBe(
        sum.days.filter((day) => day.nth !== undefined && day.on <= addDays(startOn, later)).length,
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["a weekend that is worked counts (2026-10-10 is a Saturday on duty)", "2026-10-09", 1, "2026-10-10"],
  ["the National Day week does not count", "2026-09-30", 1, "2026-10-08"],
  ["the day of the start does not count", "2026-11-23", 1, "2026-11-24"],
  ["a start on a rest day begins with the next working day", "2026-11-21", 1, "2026-11-23"],
])("%s", (_, startOn, workingDays, dueOn) => {
  expect(sumLimit(rule(workingDays), [started(startOn)], at(startOn)).dueOn).toBe(dueOn);
});

test("a limit ends at the close of business of its last day and warns at four fifths", () => {
  const sum = sumLimit(rule(10), [started("2026-11-02")], at("2026-11-02"));
  expect(sum.dueAt).toEqual(at("2026-11-16", "17:30"));
  expect(sum.warnAt).toEqual(at("2026-11-12", "00:00"));
});

test("the warning comes on the first day that reaches four fifths, for every length", () => {
  for (let workingDays = 1; workingDays <= 180; workingDays += 1) {
    const sum = sumLimit(rule(workingDays), [started("2025-01-06")], at("2025-01-06"));
    const warnDay = sum.days.find((day) => sum.warnAt && day.on === dateInShanghai(sum.warnAt));
    expect((warnDay?.nth ?? 0) * 5).toBeGreaterThanOrEqual(workingDays * 4);
    expect(((warnDay?.nth ?? 0) - 1) * 5).toBeLessThan(workingDays * 4);
  }
});

test("while the talent is waited for there is no due time and the sum goes to today", () => {
  const events: LimitEvent[] = [started("2026-11-02"), { type: "stopped", at: at("2026-11-04") }];
  const sum = sumLimit(rule(5), events, at("2026-11-10"));
  expect(sum).toMatchObject({ state: "stopped" });
  expect(sum.dueAt).toBeUndefined();
  expect(sum.days.at(-1)?.on).toBe("2026-11-10");
});

test("a limit that was over before the notice stays over", () => {
  const events: LimitEvent[] = [started("2026-11-02"), { type: "stopped", at: at("2026-11-20") }];
  const sum = sumLimit(rule(2), events, at("2026-11-24"));
  expect(sum.dueAt).toEqual(at("2026-11-04", "17:30"));
});

test("flags a sum that rests on a year without a published calendar", () => {
  expect(sumLimit(rule(15), [started("2026-12-01")], at("2026-12-01")).unpublished).toBe(false);
  expect(sumLimit(rule(25), [started("2026-12-01")], at("2026-12-01")).unpublished).toBe(true);
});

test.each([
  ["no start", 5, []],
  ["a stop before the start", 5, [{ type: "stopped", at: at("2026-11-02") }]],
  ["a limit of no days", 0, [started("2026-11-02")]],
  ["half a day", 0.5, [started("2026-11-02")]],
] as [string, number, LimitEvent[]][])("refuses %s", (_, workingDays, events) => {
  expect(() => sumLimit(rule(workingDays), events, at("2026-11-02"))).toThrow(RangeError);
});

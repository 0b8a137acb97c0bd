import fc from "fast-check";
import { addDays, instantInShanghai } from "@talent/shared/calendar/dates";
import { sumLimit, usedAndLeft, type LimitEvent } from "@talent/shared/calendar/timeLimit";
import { PUBLISHED_CALENDAR, createCalendar } from "@talent/shared/calendar/workingDays";
import published from "@talent/shared/data/calendars.json";

const rule = (workingDays: number, calendar = PUBLISHED_CALENDAR) => ({
  workingDays,
  calendar,
  closeOfDay: "17:30",
  warnShare: 0.8,
});
const at = (on: string, time = "10:00") => instantInShanghai(on, time);
const started = (on: string, time?: string): LimitEvent => ({ type: "started", at: at(on, time) });
const extended = (on: string, workingDays: number): LimitEvent => ({
  type: "extended",
  at: at(on),
  workingDays,
});
const changed = (on: string, workingDays: number): LimitEvent => ({
  type: "limitChanged",
  at: at(on),
  workingDays,
});
const dueOf = (workingDays: number, events: LimitEvent[]) =>
  sumLimit(rule(workingDays), events, at("2028-06-01")).dueOn;

const anyDay = fc.integer({ min: 0, max: 1095 }).map((offset) => addDays("2024-01-01", offset));
const anyLimit = fc.integer({ min: 1, max: 60 });
const later = fc.integer({ min: 0, max: 90 });

test("a limit of n days extended by m ends where one of n + m days ends, whenever that was granted", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, fc.integer({ min: 1, max: 10 }), later, (on, days, more, after) => {
      const events = [started(on), extended(addDays(on, after), more)];
      expect(dueOf(days, events)).toBe(dueOf(days + more, [started(on)]));
    }),
    { numRuns: 400 },
  );
});

test("an extension leaves the days used before it as they were", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, later, (on, days, after) => {
      const granted = addDays(on, after);
      const before = sumLimit(rule(days), [started(on)], at(granted));
      fc.pre(granted <= (before.dueOn ?? ""));
      const sum = sumLimit(rule(days), [started(on), extended(granted, 5)], at(granted));
      const known = before.days.filter((day) => day.on <= granted);
      expect(sum.days.slice(0, known.length)).toEqual(known);
      expect(usedAndLeft(sum, granted).left).toBe(usedAndLeft(before, granted).left + 5);
    }),
    { numRuns: 200 },
  );
});

test("a longer limit of another item ends where it would have ended from the start", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, fc.integer({ min: 0, max: 30 }), later, (on, days, more, after) => {
      const events = [started(on), changed(addDays(on, after), days + more)];
      expect(dueOf(days, events)).toBe(dueOf(days + more, [started(on)]));
    }),
    { numRuns: 300 },
  );
});

test("a shorter limit never makes late what was in time the day before, and never mends what was late", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, anyLimit, later, (on, days, other, after) => {
      const fewer = Math.min(days, other);
      const changedOn = addDays(on, after);
      const due = dueOf(days, [started(on), changed(changedOn, fewer)]) ?? "";
      const [old, short] = [dueOf(days, [started(on)]) ?? "", dueOf(fewer, [started(on)]) ?? ""];
      if (old < changedOn) expect(due).toBe(old);
      else expect(due >= changedOn).toBe(true);
      expect(due <= old).toBe(true);
      if (short >= changedOn) expect(due).toBe(short);
    }),
    { numRuns: 500 },
  );
});

test("what was granted stays granted when the item changes", () => {
  const events = [started("2026-03-02"), extended("2026-03-04", 5), changed("2026-03-06", 20)];
  expect(sumLimit(rule(10), events, at("2026-03-06")).workingDays).toBe(25);
});

test("waiting for the talent and an extension add up in either order", () => {
  const wait: LimitEvent[] = [
    { type: "stopped", at: at("2026-03-04") },
    { type: "resumed", at: at("2026-03-06") },
  ];
  const first = dueOf(10, [started("2026-03-02"), ...wait, extended("2026-03-09", 3)]);
  const second = dueOf(10, [started("2026-03-02"), extended("2026-03-03", 3), ...wait]);
  expect(first).toBe(second);
  expect(first).toBe("2026-03-24");
});

test("a reopened case begins anew: nothing of the closed time counts", () => {
  fc.assert(
    fc.property(anyDay, anyLimit, (on, days) => {
      const fresh = sumLimit(rule(days), [started(on)], at(on));
      expect(fresh.days[0]).toMatchObject({ on, kind: "start" });
      expect(usedAndLeft(fresh, on)).toEqual({ used: 0, left: days });
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["2026-11-23", "23:59", "2026-11-24"],
  ["2026-11-24", "00:00", "2026-11-25"],
  ["2026-11-27", "23:59", "2026-11-30"],
  ["2026-11-28", "00:00", "2026-11-30"],
  ["2026-12-31", "23:59", "2027-01-01"],
  ["2027-01-01", "00:00", "2027-01-04"],
])("one working day from %s %s in Asia/Shanghai ends on %s", (on, time, due) => {
  expect(sumLimit(rule(1), [started(on, time)], at(on, time)).dueOn).toBe(due);
});

test.each([
  ["2026-11-25", "23:59", "2026-12-01"],
  ["2026-11-26", "00:00", "2026-12-02"],
])("an answer at %s %s ends the waiting with that day", (on, time, due) => {
  const events: LimitEvent[] = [
    started("2026-11-23"),
    { type: "stopped", at: at("2026-11-24", "00:00") },
    { type: "resumed", at: at(on, time) },
  ];
  expect(dueOf(4, events)).toBe(due);
});

const YEAR_2027 = {
  year: 2027,
  source: "样例",
  off: ["01-01..01-03", "02-05..02-11"],
  makeUpWork: ["01-30"],
};

test("a calendar that comes later moves what crosses into its year and leaves the rest", () => {
  const calendar = createCalendar([...published.years, YEAR_2027], "with 2027");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), anyLimit, (offset, days) => {
      const on = addDays("2026-10-20", offset);
      const before = sumLimit(rule(days), [started(on)], at(on));
      const after = sumLimit(rule(days, calendar), [started(on)], at(on));
      expect(after.unpublished).toBe(false);
      expect(before.unpublished).toBe((before.dueOn ?? "") >= "2027-01-01");
      if (!before.unpublished) expect(after.dueOn).toBe(before.dueOn);
      const year = (sum: typeof after) => sum.days.filter((day) => day.on < "2027-01-01");
      expect(year(after)).toEqual(year(before));
    }),
    { numRuns: 200 },
  );
});

test.each([0, -3, 1.5])("refuses a length of %d days", (days) => {
  expect(() => dueOf(5, [started("2026-11-02"), extended("2026-11-03", days)])).toThrow(RangeError);
});

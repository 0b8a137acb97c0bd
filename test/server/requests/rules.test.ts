import fc from "fast-check";
import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { DEFAULT_LIMITS } from "@talent/shared/domain/limits";
import { OPEN_STATUSES, REQUEST_STATUSES } from "@talent/shared/domain/requestStatus";
import { caseNumber, createNumberSource } from "../../../server/features/requests/numbers";
import { dueTimes, startClock, sumOf, withEvent } from "../../../server/features/requests/rules/clock";
import { NEVER_DUE, laneKeyOf, laneOf } from "../../../server/features/requests/rules/lanes";
import { limitView } from "../../../server/features/requests/presenter/limitView";
import { unansweredItems } from "../../../server/features/requests/rules/supplement";

const at = (on: string, time = "09:00") => new Date(`${on}T${time}:00+08:00`);
const view = (clock: ReturnType<typeof startClock>, now: Date) =>
  limitView(clock, sumOf(clock, PUBLISHED_CALENDAR, DEFAULT_LIMITS, now), PUBLISHED_CALENDAR, now);

describe("lanes", () => {
  test("every open or completed state has its lane key, nothing else is on the board", () => {
    for (const status of REQUEST_STATUSES) {
      const shown = [...OPEN_STATUSES, "completed"].some((one) => one === status);
      expect([status, ["none", "closed"].includes(laneKeyOf(status))]).toEqual([status, !shown]);
    }
  });

  test.each([
    ["active", "2026-11-26", "2026-11-25", "inHand"],
    ["active", "2026-11-26", "2026-11-24", "dueSoon"],
    ["active", "2026-11-24", "2026-11-23", "overdue"],
    ["toAccept", "2026-11-20", "2026-11-20", "toAccept"],
    ["closed", "2026-11-20", "2026-11-20", undefined],
  ] as const)("%s, due %s, warned from %s: %s", (laneKey, due, warn, lane) => {
    expect(laneOf({ laneKey, laneAt: at(due), warnAt: at(warn) }, at("2026-11-24"))).toBe(lane);
  });
});

describe("clocks", () => {
  test("a standing clock is never due and sorts last", () => {
    const clock = withEvent(startClock("handling", 5, at("2026-11-02")), "stopped", at("2026-11-04"));
    const times = dueTimes(clock, PUBLISHED_CALENDAR, DEFAULT_LIMITS, at("2026-11-24"));
    expect(times).toEqual({ laneAt: NEVER_DUE, warnAt: NEVER_DUE });
  });

  test.each([
    ["2026-11-23", "09:00", "inTime", 2],
    ["2026-11-26", "09:00", "dueToday", 0],
    ["2026-11-26", "17:30", "overdue", -1],
    ["2026-11-28", "09:00", "overdue", -1],
    ["2026-11-30", "09:00", "overdue", -2],
  ])("five days from 2026-11-19 seen on %s at %s: %s", (on, time, standing, left) => {
    const seen = view(startClock("handling", 5, at("2026-11-19")), at(on, time));
    expect([seen.standing, seen.left]).toEqual([standing, standing === "inTime" ? left + 1 : left]);
  });

  test("what has ended is read as of its end", () => {
    const clock = withEvent(startClock("handling", 5, at("2026-11-02")), "ended", at("2026-11-04"));
    expect(view(clock, at("2026-11-24"))).toMatchObject({
      state: "ended",
      standing: "ended",
      used: 2,
      left: 3,
    });
  });

  test("the standing on the card and the lane agree at every hour", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 80 * 24 }), (days, hours) => {
        const clock = startClock("handling", days, at("2026-09-01"));
        const now = new Date(at("2026-09-01").getTime() + hours * 3_600_000);
        const lane = laneOf(
          { laneKey: "active", ...dueTimes(clock, PUBLISHED_CALENDAR, DEFAULT_LIMITS, now) },
          now,
        );
        const { standing } = view(clock, now);
        const lanes = { inTime: "inHand", dueSoon: "dueSoon", dueToday: "dueSoon", overdue: "overdue" };
        expect(lane).toBe(standing === "stopped" || standing === "ended" ? undefined : lanes[standing]);
      }),
    );
  });
});

describe("case numbers", () => {
  test("are given once each, whoever asks at the same time, and start anew each year", async () => {
    let last = 0;
    const source = createNumberSource(async (_, count) => {
      await new Promise((resolve) => setImmediate(resolve));
      last += count;
      return last - count + 1;
    });
    const now = at("2026-11-24");
    const given = await Promise.all(Array.from({ length: 130 }, () => source.next(now)));
    expect(new Set(given).size).toBe(130);
    expect(given[0]).toBe("26-00001");
    expect(await source.next(at("2027-01-01"))).toMatch(/^27-/);
  });

  test("a number that could not be reserved can be asked for again", async () => {
    let fails = true;
    const source = createNumberSource(() => {
      if (!fails) return Promise.resolve(1);
      fails = false;
      return Promise.reject(new Error("no database"));
    });
    await expect(source.next(at("2026-11-24"))).rejects.toThrow("no database");
    expect(await source.next(at("2026-11-24"))).toBe("26-00001");
  });

  test("keep growing past five digits", () => {
    expect(caseNumber("26", 123_456)).toBe("26-123456");
  });
});

test("what was handed in before the notice does not answer it", () => {
  const supplement = { askedAt: at("2026-11-10"), items: [{ key: "plan", materialKey: "plan" }] };
  const file = (on: string) => ({ materialKey: "plan", uploadedAt: at(on) });
  expect(unansweredItems(supplement, [file("2026-11-09")])).toEqual(["plan"]);
  expect(unansweredItems(supplement, [file("2026-11-09"), file("2026-11-11")])).toEqual([]);
});

import type { LimitView } from "@talent/shared/contract/schemas/requests";
import { leftWords, toneOf } from "../../../miniapp/src/components/staff/limitWords";
import type { BoardWords } from "../../../miniapp/src/components/staff/texts/boardTexts";

/** The words that the function takes from the dictionary. */
const words = {
  days: (count: number) => [`${count}`, "天"],
  late: (count: number) => ["超", `${count}`, "天"],
  lateToday: "今天已过时",
  today: "今天",
  paused: "暂停",
  inTime: "按时",
} as unknown as BoardWords;

function limit(change: Partial<LimitView>): LimitView {
  return {
    kind: "handling",
    state: "counting",
    workingDays: 15,
    used: 2,
    left: 13,
    dueOn: "2026-12-11",
    standing: "inTime",
    unpublished: false,
    ...change,
  };
}

describe("how a limit is told on a card", () => {
  it("counts the working days that are left", () => {
    expect(leftWords(limit({}), words)).toEqual({ figure: "13", after: "天", tone: "doing" });
  });

  it("says today on the last day instead of a zero", () => {
    expect(leftWords(limit({ left: 0, standing: "dueToday" }), words)).toEqual({
      after: "今天",
      tone: "near",
    });
  });

  it("marks an acceptance that is due today with its shape, for such a card has no ticks", () => {
    const due = limit({ kind: "acceptance", left: 0, standing: "dueToday" });
    expect(leftWords(due, words)).toEqual({ after: "今天", mark: "near", tone: "near" });
  });

  it("says how late, never colour alone", () => {
    expect(leftWords(limit({ left: -2, standing: "overdue" }), words)).toEqual({
      before: "超",
      figure: "2",
      after: "天",
      tone: "over",
    });
    expect(leftWords(limit({ left: 0, standing: "overdue" }), words)).toMatchObject({
      after: "今天已过时",
      mark: "over",
    });
  });

  it("shows a stopped clock as paused, without a number of days", () => {
    const stopped = limit({ state: "stopped", standing: "stopped" });
    expect(leftWords(stopped, words)).toEqual({ after: "暂停", mark: "paused", tone: "paused" });
  });

  it("tells an ended case in time from one that ended late", () => {
    expect(leftWords(limit({ state: "ended", standing: "ended" }), words)).toMatchObject({
      after: "按时",
      mark: "done",
    });
    expect(leftWords(limit({ state: "ended", standing: "ended", left: -1 }), words)).toMatchObject({
      figure: "1",
      tone: "over",
    });
  });

  it("gives amber only to what is nearly due", () => {
    expect(toneOf(limit({ standing: "dueSoon", left: 2 }))).toBe("near");
    expect(toneOf(limit({ standing: "inTime" }))).toBe("doing");
  });
});

import {
  dateText,
  daysLeftShort,
  daysLeftText,
  dayText,
  dueText,
  momentText,
  spanText,
  timeText,
} from "../../../shared/labels/dateText";

const TODAY = "2026-11-24";
const NOW = new Date("2026-11-24T10:00:00+08:00");

describe("dates as people say them", () => {
  test.each([
    ["2026-11-27", "11月27日（周五）", "Fri 27 Nov"],
    ["2026-11-22", "11月22日（周日）", "Sun 22 Nov"],
    ["2026-01-01", "1月1日（周四）", "Thu 1 Jan"],
    ["2027-05-31", "2027年5月31日", "31 May 2027"],
    ["2025-12-31", "2025年12月31日", "31 Dec 2025"],
  ])("%s reads %s and %s", (on, zh, en) => {
    expect(dateText(on, TODAY, "zh")).toBe(zh);
    expect(dateText(on, TODAY, "en")).toBe(en);
  });

  test.each([
    ["2026-11-24", "今天", "Today"],
    ["2026-11-23", "昨天", "Yesterday"],
    ["2026-11-25", "11月25日（周三）", "Wed 25 Nov"],
  ])("%s is %s", (on, zh, en) => {
    expect(dayText(on, TODAY, "zh")).toBe(zh);
    expect(dayText(on, TODAY, "en")).toBe(en);
  });

  it("refuses what is not a date", () => {
    expect(() => dateText("2026-02-30", TODAY, "zh")).toThrow(RangeError);
  });

  it("calls the evening before new year yesterday, across the year", () => {
    expect(dayText("2025-12-31", "2026-01-01", "zh")).toBe("昨天");
  });
});

describe("instants", () => {
  test.each([
    ["2026-11-24T01:12:00Z", "今天 09:12", "Today 09:12"],
    ["2026-11-22T16:30:00Z", "昨天 00:30", "Yesterday 00:30"],
    ["2026-11-03T08:20:00Z", "11月3日（周二）16:20", "Tue 3 Nov 16:20"],
    ["2025-11-03T08:20:00Z", "2025年11月3日 16:20", "3 Nov 2025 16:20"],
  ])("%s reads %s", (at, zh, en) => {
    expect(momentText(at, NOW, "zh")).toBe(zh);
    expect(momentText(new Date(at), NOW, "en")).toBe(en);
  });

  it("shows the clock of Chongqing", () => {
    expect(timeText("2026-11-24T16:05:00Z")).toBe("00:05");
  });
});

describe("days left", () => {
  test.each([
    [3, "还剩 3 个工作日", "3 working days left", "3 天", "3 days"],
    [1, "还剩 1 个工作日", "1 working day left", "1 天", "1 day"],
    [0, "今天到期", "Due today", "今天", "Today"],
    [-1, "超 1 天", "1 day late", "超 1 天", "1 day late"],
    [-2, "超 2 天", "2 days late", "超 2 天", "2 days late"],
  ])("%i left", (left, zh, en, zhShort, enShort) => {
    expect(daysLeftText(left, "zh")).toBe(zh);
    expect(daysLeftText(left, "en")).toBe(en);
    expect(daysLeftShort(left, "zh")).toBe(zhShort);
    expect(daysLeftShort(left, "en")).toBe(enShort);
  });

  it("says by when, or by when it was due, or that the clock stands", () => {
    const dueOn = "2026-11-27";
    expect(dueText({ kind: "handling", dueOn, standing: "inTime" }, TODAY, "zh")).toBe(
      "11月27日（周五）前办结",
    );
    expect(dueText({ kind: "acceptance", dueOn, standing: "inTime" }, TODAY, "en")).toBe(
      "To be accepted by Fri 27 Nov",
    );
    expect(dueText({ kind: "handling", dueOn: "2026-11-20", standing: "overdue" }, TODAY, "zh")).toBe(
      "应于11月20日（周五）前办结",
    );
    expect(dueText({ kind: "handling", standing: "stopped" }, TODAY, "zh")).toBe("计时已暂停");
  });

  it("names a span", () => {
    expect(spanText("2024-06-01", "2027-05-31", TODAY, "zh")).toBe("2024年6月1日至 2027年5月31日");
  });
});

/** @jest-environment jsdom */
import { render, screen } from "@testing-library/react";
import { createCalendar } from "@talent/shared/calendar/workingDays";
import { sumLimit } from "@talent/shared/calendar/timeLimit";
import { learnServerTime } from "../../miniapp/src/api/serverClock";
import { DaySum } from "../../miniapp/src/components/talent/DaySum";

jest.mock("@tarojs/components", () => jest.requireActual("./support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("./support/taro"));

const NOW = "2026-11-24T02:00:00.000Z";
const calendar = createCalendar(
  [{ year: 2026, source: "国务院办公厅通知（示例）", off: ["10-01..10-07"], makeUpWork: ["10-10"] }],
  "2026",
);

function sum() {
  return sumLimit(
    { workingDays: 30, calendar, closeOfDay: "17:30", warnShare: 0.8 },
    [
      { type: "started", at: new Date("2026-10-08T07:06:00Z") },
      { type: "stopped", at: new Date("2026-10-26T02:05:00Z") },
      { type: "resumed", at: new Date("2026-11-03T08:20:00Z") },
    ],
    new Date(NOW),
  );
}

beforeEach(() => learnServerTime(NOW));

test("says in sentences what the grid shows: make-up day, stopped days, today, days to come", () => {
  render(
    <DaySum kind="handling" days={sum().days} sources={["国务院办公厅通知（示例）"]} unpublished={false} />,
  );
  expect(screen.getByText("10月10日（周六）调休上班，计第 2 天")).toBeTruthy();
  expect(screen.getByText("10月26日（周一）至 11月3日（周二）等您补材料，停 7 个工作日")).toBeTruthy();
  expect(screen.getByText("今天 11月24日（周二），计第 27 天")).toBeTruthy();
  expect(screen.getByText("11月25日（周三）至 11月27日（周五），还剩 3 个工作日")).toBeTruthy();
  expect(screen.queryByText(/未公布/)).toBeNull();
});

test("admits that a sum rests on weekends alone", () => {
  render(<DaySum kind="handling" days={sum().days} sources={[]} unpublished />);
  expect(screen.getByText("放假安排未公布，按周末推算")).toBeTruthy();
});

test("says what changed the length of the limit", () => {
  const changes = [
    { type: "extended" as const, on: "2026-11-05", workingDays: 10 },
    { type: "limitChanged" as const, on: "2026-11-06", workingDays: 20 },
  ];
  render(<DaySum kind="handling" days={sum().days} sources={[]} unpublished={false} changes={changes} />);
  expect(screen.getByText("11月5日（周四）批准延期 10 个工作日，加在最后")).toBeTruthy();
  expect(screen.getByText("11月6日（周五）事项更改，时限改为 20 个工作日，已用的天数照算")).toBeTruthy();
});

/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { learnServerTime } from "../../../miniapp/src/api/serverClock";
import { BoardCard } from "../../../miniapp/src/components/staff/board/BoardCard";
import { LaneBody } from "../../../miniapp/src/components/staff/board/LaneBody";
import type { Pages } from "../../../miniapp/src/hooks/usePages";
import { NetworkError } from "../../../miniapp/src/platform/types";
import { NOW, sampleSummary } from "./sampleCase";

jest.mock("@tarojs/components", () => jest.requireActual("../support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("../support/taro"));

beforeEach(() => learnServerTime(NOW));

function card(change: Partial<RequestSummary>, onOpen: (id: string) => void = () => undefined) {
  render(<BoardCard request={sampleSummary(change)} tabStop onOpen={onOpen} />);
}

test("a card says what, whose, how long and who has it", () => {
  card({});
  for (const words of ["26-04752", "子女入学", "13", "12月11日（周五）前办结", "何俊 市教委"])
    expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText("汪** B类 渝北区")).toBeTruthy();
});

test("a card that waits for acceptance says whence and when it came, and has no ticks", () => {
  const limit = {
    ...sampleSummary().limit,
    kind: "acceptance",
    left: 0,
    standing: "dueToday",
  } as RequestSummary["limit"];
  card({ status: "submitted", lane: "toAccept", submittedAt: "2026-11-24T01:52:00.000Z", limit });
  expect(screen.getByText("本人提交 今天 09:52")).toBeTruthy();
  expect(screen.getByText("今天 17:30 前受理")).toBeTruthy();
  expect(document.querySelector(".tk")).toBeNull();
});

test("a stopped clock is told in days used and left", () => {
  const limit = {
    ...sampleSummary().limit,
    state: "stopped",
    standing: "stopped",
  } as RequestSummary["limit"];
  card({ status: "supplementing", limit });
  expect(screen.getByText("补正中，已用 2 天，剩 13 天")).toBeTruthy();
  expect(screen.getByText("暂停")).toBeTruthy();
});

test("the whole card opens the case", () => {
  const opened: string[] = [];
  card({}, (id) => opened.push(id));
  fireEvent.click(screen.getByRole("button"));
  expect(opened).toEqual([sampleSummary().id]);
});

function lane(pages: Partial<Pages<RequestSummary>>, filterWords?: string) {
  const calls: string[] = [];
  const all: Pages<RequestSummary> = {
    rows: [],
    loading: false,
    loadingMore: false,
    error: undefined,
    hasMore: false,
    staleSince: undefined,
    refresh: async () => void calls.push("refresh"),
    more: () => void calls.push("more"),
    ...pages,
  };
  render(
    <LaneBody
      lane="overdue"
      pages={all}
      count={38}
      filterWords={filterWords}
      onClearFilters={() => calls.push("clear")}
      tabStopId={undefined}
      onOpen={() => undefined}
      onFocus={() => undefined}
    />,
  );
  return calls;
}

test("a lane that is being read says so", () => {
  lane({ loading: true });
  expect(screen.getByRole("status")).toBeTruthy();
});

test("an empty lane says what that means", () => {
  lane({});
  expect(screen.getByText("没有超期的办件")).toBeTruthy();
});

test("a lane that is empty because of filters names them and lets them go", () => {
  const calls = lane({}, "武隆区、A");
  expect(screen.getByText("武隆区、A：0 件。")).toBeTruthy();
  fireEvent.click(screen.getByText("去掉筛选"));
  expect(calls).toEqual(["clear"]);
});

test("a lane that could not be read keeps what was seen, with its time, and tries again", () => {
  const calls = lane({
    rows: [sampleSummary()],
    error: new NetworkError("x"),
    staleSince: "2026-11-24T02:20:00.000Z",
  });
  expect(screen.getByText("看到的是 10:20 的")).toBeTruthy();
  expect(screen.getByText("子女入学")).toBeTruthy();
  fireEvent.click(screen.getByText("再取一次"));
  expect(calls).toEqual(["refresh"]);
});

test("a long lane says how many are left and reads on", () => {
  const calls = lane({ rows: [sampleSummary()], hasMore: true });
  fireEvent.click(screen.getByText("还有 37 件"));
  expect(calls).toEqual(["more"]);
});

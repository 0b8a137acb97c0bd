/** @jest-environment jsdom */
import { caseWorkTexts } from "../../../miniapp/src/components/staff/texts/caseWorkTexts";
import { workLines } from "../../../miniapp/src/components/staff/case/workLines";
import { wordsIn } from "../../../miniapp/src/i18n/useWords";
import { NOW, sampleDetail } from "./sampleCase";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";

jest.mock("@tarojs/taro", () => jest.requireActual("../support/taro"));

const words = wordsIn("zh", new Date(NOW));
const t = caseWorkTexts["zh-CN"];
const lines = (change: Partial<RequestDetail>) => workLines(sampleDetail(change), t, words);
const states = (change: Partial<RequestDetail>) => lines(change).map(({ state, tone }) => [state, tone]);

const shared = {
  id: "c1",
  at: NOW,
  by: "何俊",
  office: "市公安局",
  postId: "65a000000000000000000009",
  holderName: "冉波",
  dueAt: "2026-11-27T09:30:00.000Z",
  late: false,
  mine: false,
};

test("says nothing where nothing goes on", () => {
  expect(lines({})).toEqual([]);
});

test("says when more time was asked for, and until when it would be", () => {
  const extension = {
    state: "asked" as const,
    workingDays: 5,
    reason: "等学籍回函",
    askedAt: NOW,
    askedBy: "何俊",
    dueAtIfApproved: "2026-12-18T09:30:00.000Z",
  };
  expect(states({ extension })).toEqual([["延期待审　延期后 12月18日（周五）到期", "amber"]]);
  const refused = { ...extension, state: "refused" as const, refusal: "学位已有", decidedBy: "周敏" };
  expect(lines({ extension: refused })[0]?.answer).toEqual({ text: "学位已有", who: "周敏" });
});

test("tells a promise that is open, kept and broken apart", () => {
  const urge = (state: "open" | "kept" | "broken") => ({
    id: "u1",
    at: NOW,
    answeredAt: NOW,
    answeredBy: "何俊",
    answer: "本周内回复",
    promise: { on: "2026-11-27", state },
  });
  const said = (state: "open" | "kept" | "broken") => states({ urges: [urge(state)] })[0];
  expect(said("open")).toEqual(["承诺 11月27日（周五）前", "amber"]);
  expect(said("kept")).toEqual(["承诺 11月27日（周五）前，已兑现", "moss"]);
  expect(said("broken")).toEqual(["承诺 11月27日（周五）前，没有兑现", "brick"]);
  expect(states({ urges: [{ id: "u1", at: NOW }] })).toEqual([["等答复", "amber"]]);
});

test("says of a question by when it has to be answered, and who is late", () => {
  const consultation = { ...shared, question: "学籍能否转出" };
  expect(states({ consultations: [consultation] })).toEqual([["11月27日（周五）前答复", "amber"]]);
  expect(states({ consultations: [{ ...consultation, mine: true }] })[0]?.[0]).toMatch(/^由您答复/);
  expect(states({ consultations: [{ ...consultation, late: true }] })[0]?.[1]).toBe("brick");
  const answered = { ...consultation, answeredAt: NOW, answeredBy: "冉波", answer: "可以" };
  expect(states({ consultations: [answered] })).toEqual([["已答复", "moss"]]);
});

test("follows a sub-task from signing to its result", () => {
  const subtask = { ...shared, task: "出具落户证明" };
  expect(states({ subtasks: [subtask] })[0]?.[0]).toMatch(/^等签收/);
  expect(states({ subtasks: [{ ...subtask, signedAt: NOW }] })[0]?.[0]).toMatch(/^已签收，等结果/);
});

test("shows a supervision as ended once the supervisor ends it", () => {
  const one = {
    id: "s1",
    at: NOW,
    by: "周敏",
    office: "市级服务专员",
    note: "说明为何未办",
    dueAt: "2026-11-26T09:30:00.000Z",
    late: false,
  };
  expect(states({ supervisions: [one] })).toEqual([["11月26日（周四）前答复", "amber"]]);
  expect(states({ supervisions: [{ ...one, closedAt: NOW }] })).toEqual([["已结束", "plain"]]);
});

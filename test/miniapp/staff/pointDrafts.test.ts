import {
  answersOf,
  draftsFor,
  isAnswered,
  unanswered,
  type PointDraft,
} from "../../../miniapp/src/components/staff/case/pointDrafts";

const draft = (change: Partial<PointDraft>): PointDraft => ({
  outcome: undefined,
  note: "",
  basis: "",
  ...change,
});

describe("answers to the points of a request", () => {
  it("counts a point as answered when the outcome says what was done", () => {
    expect(isAnswered(draft({ outcome: "done", note: "已预留学位" }))).toBe(true);
    expect(isAnswered(draft({ outcome: "partly", note: "   " }))).toBe(false);
    expect(isAnswered(draft({ note: "没有选结果" }))).toBe(false);
  });

  it("asks for a basis where something is not possible", () => {
    expect(isAnswered(draft({ outcome: "notPossible", note: "不在划片范围" }))).toBe(false);
    expect(isAnswered(draft({ outcome: "notPossible", note: "不在划片范围", basis: "某文件第四条" }))).toBe(
      true,
    );
  });

  it("names the points that still lack an answer, counted from 1", () => {
    const drafts = draftsFor(3, [draft({ outcome: "done", note: "办好" })]);
    expect(unanswered(drafts)).toEqual([2, 3]);
  });

  it("makes as many drafts as there are points, whatever was kept", () => {
    expect(draftsFor(2, [])).toHaveLength(2);
    expect(draftsFor(1, [draft({ note: "a" }), draft({ note: "b" })])).toEqual([draft({ note: "a" })]);
  });

  it("sends a basis only with what was not possible", () => {
    const answers = answersOf([
      draft({ outcome: "done", note: " 办好 ", basis: "多写的" }),
      draft({ outcome: "notPossible", note: "不能", basis: " 第四条 " }),
    ]);
    expect(answers).toEqual([
      { outcome: "done", note: "办好" },
      { outcome: "notPossible", note: "不能", basis: "第四条" },
    ]);
  });
});

/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import { learnServerTime } from "../../../miniapp/src/api/serverClock";
import { CycleBody } from "../../../miniapp/src/components/cycles/CycleBody";
import { cycleActsOf, wordsNeeded } from "../../../miniapp/src/packages/staff/cycle/acts";
import { CycleActs } from "../../../miniapp/src/packages/staff/cycle/CycleActs";
import { NOW } from "./sampleCase";
import { sampleCycle } from "./sampleCycle";

jest.mock("@tarojs/components", () => jest.requireActual("../support/taroComponents"));
jest.mock("@tarojs/taro", () => jest.requireActual("../support/taro"));

beforeEach(() => learnServerTime(NOW));

test("a cycle says how long it holds, its dates, and who acts next", () => {
  render(<CycleBody cycle={sampleCycle()} />);
  for (const words of ["还剩 21 天", "待评估", "等单位提交履职评估，最后一天是12月15日（周二）。"])
    expect(screen.getByText(words)).toBeTruthy();
  expect(screen.getByText("11月16日（周一）")).toBeTruthy();
});

test("what a source said has its word and evidence, and the suggestion leaves the decision to a person", () => {
  const at = "2026-11-23T02:00:00.000Z";
  const verification = [
    { source: "socialInsurance", result: "fail", evidence: "没有参保", at } as const,
    { source: "discreditList", result: "unknown", evidence: "没有连通", at } as const,
  ];
  const verifying = sampleCycle({
    stage: "verifying",
    verification,
    suggested: "end",
    can: ["renew", "end"],
  });
  render(<CycleBody cycle={verifying} />);
  expect(screen.getByText("不通过")).toBeTruthy();
  expect(screen.getByText("未查到")).toBeTruthy();
  expect(screen.getByText(/^没有参保，/)).toBeTruthy();
  expect(screen.getByText(/建议终止；由您决定。$/)).toBeTruthy();
});

test("an employer that may not hand in yet reads from when it may", () => {
  const window = { open: false, why: "tooEarly", on: "2026-11-16" } as const;
  render(<CycleActs cycle={sampleCycle({ window, can: ["saveDraft"] })} onAct={() => undefined} />);
  expect(screen.getByText("11月16日（周一）起可以提交履职评估。")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("exactly what may be done is offered, and a tap asks for it", () => {
  const asked: string[] = [];
  render(<CycleActs cycle={sampleCycle()} onAct={(act) => asked.push(act)} />);
  fireEvent.click(screen.getByRole("button"));
  expect(asked).toEqual(["submitEvaluation"]);
  expect(cycleActsOf({ can: ["addStatement", "end", "renew"] })).toEqual(["renew", "end"]);
});

test("a verification needs a reason only where the employer kept silent", () => {
  expect(wordsNeeded("beginVerification", false)).toBe("needed");
  expect(wordsNeeded("beginVerification", true)).toBe("optional");
  expect(wordsNeeded("withdrawEvaluation", true)).toBe("none");
  expect(wordsNeeded("pause", true)).toBe("needed");
});

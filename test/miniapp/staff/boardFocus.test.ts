import { stepFocus, tabStopOf } from "../../../miniapp/src/components/staff/board/boardFocus";

const grid = [["a1", "a2", "a3"], [], ["c1"], ["d1", "d2"]];

describe("walking over the board with the arrow keys", () => {
  it("begins at the first card of the first lane that has one", () => {
    expect(tabStopOf([[], ["b1"], ["c1"]], undefined)).toBe("b1");
    expect(stepFocus(grid, undefined, "down")).toBe("a1");
  });

  it("goes down and up inside a lane and stays at its ends", () => {
    expect(stepFocus(grid, "a1", "down")).toBe("a2");
    expect(stepFocus(grid, "a3", "down")).toBe("a3");
    expect(stepFocus(grid, "a1", "up")).toBe("a1");
  });

  it("skips an empty lane sideways and keeps the height as far as the lane reaches", () => {
    expect(stepFocus(grid, "a3", "right")).toBe("c1");
    expect(stepFocus(grid, "d2", "left")).toBe("c1");
    expect(stepFocus(grid, "c1", "right")).toBe("d1");
  });

  it("stays at the outer lanes", () => {
    expect(stepFocus(grid, "d1", "right")).toBe("d1");
    expect(stepFocus(grid, "a2", "left")).toBe("a2");
  });

  it("falls back to the first card when the focused one has left the board", () => {
    expect(tabStopOf(grid, "gone")).toBe("a1");
  });

  it("has no stop on an empty board", () => {
    expect(tabStopOf([[], []], undefined)).toBeUndefined();
    expect(stepFocus([[], []], undefined, "right")).toBeUndefined();
  });
});

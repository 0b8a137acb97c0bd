import { callOf, newestCall, unheardCalls } from "../../../miniapp/src/packages/hall/calls";

/** 09:10 and later in Chongqing. */
const call = (sequence: number, at = "2026-10-09T01:10:00.000Z") => ({ sequence, at });

test("only calls after the last one announced are unheard, oldest first", () => {
  const known = callOf(call(4));
  expect(unheardCalls([call(7), call(3), call(4), call(5)], known).map(({ sequence }) => sequence)).toEqual([
    5, 7,
  ]);
});

test("the first call of a new day is newer than the last of the day before", () => {
  const known = callOf(call(180));
  const morning = call(1, "2026-10-10T01:00:00.000Z");
  expect(unheardCalls([morning], known)).toEqual([morning]);
  expect(unheardCalls([call(180)], callOf(morning))).toEqual([]);
});

test("what is kept never goes back", () => {
  const known = callOf(call(9));
  expect(newestCall([callOf(call(2))], known)).toEqual(known);
  expect(newestCall([callOf(call(11)), callOf(call(10))], known)).toEqual(callOf(call(11)));
});

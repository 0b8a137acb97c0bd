import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { awaitedFirst } from "../../../miniapp/src/packages/staff/case/caseActs";

const order = (...actions: RequestAction[]) =>
  awaitedFirst(actions.map((action) => ({ action }))).map(({ action }) => action);

test("puts what others wait for before what can be done at any time", () => {
  expect(order("askSupplement", "supervise", "approveExtension", "refuseExtension")).toEqual([
    "approveExtension",
    "refuseExtension",
    "askSupplement",
    "supervise",
  ]);
});

test("keeps the server's order otherwise", () => {
  expect(order("askSupplement", "recordProgress", "consult")).toEqual([
    "askSupplement",
    "recordProgress",
    "consult",
  ]);
});

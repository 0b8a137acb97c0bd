import { LIFECYCLE, REQUEST_ACTIONS } from "@talent/shared/domain/lifecycle";
import {
  CLOSED_STATUSES,
  OPEN_STATUSES,
  REQUEST_STATUSES,
  WITHDRAWABLE_STATUSES,
  isIn,
} from "@talent/shared/domain/requestStatus";

test("every state but the draft is either open or closed, never both", () => {
  for (const status of REQUEST_STATUSES)
    expect([isIn(OPEN_STATUSES, status), isIn(CLOSED_STATUSES, status)].filter(Boolean)).toHaveLength(
      status === "draft" ? 0 : 1,
    );
});

test("every state can be reached from a draft", () => {
  const reached = new Set(["draft"]);
  for (let pass = 0; pass < REQUEST_STATUSES.length; pass += 1)
    for (const action of REQUEST_ACTIONS) {
      const { from, to } = LIFECYCLE[action];
      if (to !== "same" && to !== "previous" && from.some((status) => reached.has(status))) reached.add(to);
    }
  expect([...reached].sort()).toEqual([...REQUEST_STATUSES].sort());
});

test("from every open state somebody can lead on to an end", () => {
  const ends = new Set<string>(CLOSED_STATUSES);
  for (let pass = 0; pass < REQUEST_STATUSES.length; pass += 1)
    for (const action of REQUEST_ACTIONS) {
      const { from, to } = LIFECYCLE[action];
      if (ends.has(to)) from.forEach((status) => ends.add(status));
    }
  for (const status of OPEN_STATUSES) expect([status, ends.has(status)]).toEqual([status, true]);
});

test("the requester may take back whatever is open", () => {
  expect([...LIFECYCLE.withdraw.from].sort()).toEqual([...WITHDRAWABLE_STATUSES].sort());
});

test("nobody of the staff rates, withdraws or reopens; no requester accepts, dispatches or completes", () => {
  for (const action of ["rate", "withdraw", "reopen", "submit", "urge"] as const)
    expect(LIFECYCLE[action].by).toEqual(["requester"]);
  for (const action of ["accept", "reject", "dispatch", "sign", "complete"] as const)
    expect(LIFECYCLE[action].by).not.toContain("requester");
});

test("missing papers come from the requester, or over the counter to the window that took the request in", () => {
  expect(LIFECYCLE.answerSupplement.by).toEqual(["requester", "intake"]);
});

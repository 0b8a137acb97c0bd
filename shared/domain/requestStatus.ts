/** States of a service request 服务申请. */
export const REQUEST_STATUSES = [
  "draft",
  "submitted",
  "accepted",
  "dispatched",
  "handling",
  "supplementing",
  "completed",
  "reopened",
  "rejected",
  "outOfScope",
  "withdrawn",
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

type Group = readonly RequestStatus[];

/** Somebody of the platform has something to do, or waits for the talent. */
export const OPEN_STATUSES = [
  "submitted",
  "accepted",
  "dispatched",
  "handling",
  "supplementing",
  "reopened",
] as const satisfies Group;

/** Nothing more will happen unless the talent acts. */
export const CLOSED_STATUSES = ["completed", "rejected", "outOfScope", "withdrawn"] as const satisfies Group;

/** Ended by the platform without being handled, for a stated reason. */
export const REFUSED_STATUSES = ["rejected", "outOfScope"] as const satisfies Group;

/** A department has the case. */
export const WITH_DEPARTMENT_STATUSES = ["dispatched", "handling", "reopened"] as const satisfies Group;

/** The person at the post works on it. */
export const WITH_HOLDER_STATUSES = ["handling"] as const satisfies Group;

/** Files may be handed in or taken back. */
export const COLLECTING_STATUSES = ["draft", "supplementing"] as const satisfies Group;

/** The handling limit runs. */
export const COUNTING_STATUSES = ["accepted", "dispatched", "handling", "reopened"] as const satisfies Group;

/** The requester may still take the request back. */
export const WITHDRAWABLE_STATUSES = OPEN_STATUSES;

/** A rating may be given (once). */
export const RATABLE_STATUSES = ["completed"] as const satisfies Group;

/** Whether `status` belongs to `group`. */
export function isIn<T extends RequestStatus>(group: readonly T[], status: RequestStatus): status is T {
  return (group as readonly RequestStatus[]).includes(status);
}

/** Columns of the dispatch board, left to right. */
export const BOARD_LANES = ["toAccept", "toDispatch", "inHand", "dueSoon", "overdue", "done"] as const;
export type BoardLane = (typeof BOARD_LANES)[number];

import type { BoardLane, RequestStatus } from "@talent/shared/domain/requestStatus";

/** Where a request stands on the board, before time decides between in hand, due soon and overdue. */
export const LANE_KEYS = ["none", "toAccept", "toDispatch", "active", "done", "closed"] as const;
export type LaneKey = (typeof LANE_KEYS)[number];

/** An instant that never comes: work whose clock stands is sorted behind all other. */
export const NEVER_DUE = new Date("9999-12-31T00:00:00.000Z");

const LANE_KEY_OF: Readonly<Record<RequestStatus, LaneKey>> = {
  draft: "none",
  submitted: "toAccept",
  accepted: "toDispatch",
  dispatched: "active",
  handling: "active",
  supplementing: "active",
  reopened: "active",
  completed: "done",
  rejected: "closed",
  outOfScope: "closed",
  withdrawn: "closed",
};

export function laneKeyOf(status: RequestStatus): LaneKey {
  return LANE_KEY_OF[status];
}

/**
 * The lane of a request: exactly one, or none for drafts and for what ended otherwise than by completion. What waits
 * for acceptance or dispatch stays in its own lane even when it is late, for there it is somebody's next step.
 */
export function laneOf(
  request: { laneKey: LaneKey; laneAt: Date; warnAt?: Date | undefined },
  now: Date,
): BoardLane | undefined {
  if (request.laneKey === "none" || request.laneKey === "closed") return undefined;
  if (request.laneKey !== "active") return request.laneKey;
  if (request.laneAt <= now) return "overdue";
  return request.warnAt !== undefined && request.warnAt <= now ? "dueSoon" : "inHand";
}

import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import type { RequestStatus } from "@talent/shared/domain/requestStatus";
import type { StatusShape } from "../../../theme/statusShapes";

const SHAPES: Readonly<Record<RequestStatus, StatusShape>> = {
  draft: "missing",
  submitted: "waiting",
  accepted: "forward",
  dispatched: "forward",
  handling: "doing",
  supplementing: "paused",
  completed: "done",
  reopened: "forward",
  rejected: "refused",
  outOfScope: "refused",
  withdrawn: "missing",
};

/** Mark of a case beside the word of its state; being late is more urgent than the state. */
export function statusShape({ status, limit }: Pick<RequestSummary, "status" | "limit">): StatusShape {
  if (limit?.state === "counting" && limit.standing === "overdue") return "over";
  return SHAPES[status];
}

import { LIFECYCLE, type RequestAction } from "@talent/shared/domain/lifecycle";
import type { RequestStatus } from "@talent/shared/domain/requestStatus";

/** The state in which an action leaves a request, by the lifecycle table. */
export function statusAfter(
  action: RequestAction,
  request: { status: RequestStatus; statusBeforeSupplement?: RequestStatus | undefined },
): RequestStatus {
  const { to } = LIFECYCLE[action];
  if (to === "same") return request.status;
  return to === "previous" ? (request.statusBeforeSupplement ?? request.status) : to;
}

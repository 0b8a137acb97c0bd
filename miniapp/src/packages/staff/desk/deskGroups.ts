import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import type { StatusShape } from "../../../theme/statusShapes";

/** Groups of the liaison's list in the order of urgency. */
export const DESK_GROUPS = ["overdue", "dueSoon", "toSign", "handling", "paused", "done"] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

export const GROUP_SHAPES: Readonly<Record<DeskGroup, StatusShape>> = {
  overdue: "over",
  dueSoon: "near",
  toSign: "forward",
  handling: "doing",
  paused: "paused",
  done: "done",
};

/** Whether a case waits for a signature. */
export function waitsForSigning({ status }: Pick<RequestSummary, "status">): boolean {
  return status === "dispatched" || status === "reopened";
}

/** Where a case stands in the list: being late or nearly so comes before what is done with it. */
export function groupOf(request: RequestSummary): DeskGroup {
  if (request.lane === "overdue" || request.lane === "dueSoon" || request.lane === "done")
    return request.lane;
  if (request.status === "supplementing") return "paused";
  return waitsForSigning(request) ? "toSign" : "handling";
}

/** The cases by group; the order inside a group is the server's. */
export function grouped(requests: readonly RequestSummary[]): { group: DeskGroup; rows: RequestSummary[] }[] {
  return DESK_GROUPS.map((group) => ({
    group,
    rows: requests.filter((request) => groupOf(request) === group),
  })).filter(({ rows }) => rows.length > 0);
}

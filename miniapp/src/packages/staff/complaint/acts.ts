import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import type { ComplaintAction } from "@talent/shared/domain/complaints";

/** What the staff do to a complaint, the next step first. */
export const STAFF_ACTS = [
  "accept",
  "assign",
  "answer",
  "note",
] as const satisfies readonly ComplaintAction[];
export type StaffAct = (typeof STAFF_ACTS)[number];

/** What may be done now; once somebody looks into it, answering comes before giving it to another. */
export function actsOf(complaint: ComplaintDetail): StaffAct[] {
  const may = STAFF_ACTS.filter((act) => complaint.can.includes(act));
  return complaint.status === "investigating"
    ? [...may.filter((act) => act !== "assign"), ...may.filter((act) => act === "assign")]
    : may;
}

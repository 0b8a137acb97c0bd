import { hasRole, type Reader } from "../../platform/auth/reader";
import type { ComplaintDocument } from "./model";

/** Municipal specialists read and answer what anybody wrote; everybody reads their own. */
export function readsEverything(reader: Reader): boolean {
  return hasRole(reader, "municipalSpecialist");
}

/** Nobody answers what they wrote themselves. */
export function mayAnswer(
  reader: Reader,
  complaint: Pick<ComplaintDocument, "status" | "fromAccountId">,
): boolean {
  return (
    readsEverything(reader) && complaint.status === "open" && complaint.fromAccountId !== reader.accountId
  );
}

import type { ComplaintSummary } from "@talent/shared/contract/schemas/complaints";
import type { ComplaintStatus } from "@talent/shared/domain/complaints";
import type { StatusShape } from "../../theme/statusShapes";

const SHAPES: Readonly<Record<ComplaintStatus, StatusShape>> = {
  received: "waiting",
  accepted: "forward",
  investigating: "doing",
  answered: "done",
  closed: "done",
  archived: "done",
  withdrawn: "missing",
};

/** The mark of a complaint: what is late or due soon comes before its state. */
export function complaintShape({
  status,
  standing,
}: Pick<ComplaintSummary, "status" | "standing">): StatusShape {
  if (standing === "overdue") return "over";
  if (standing === "dueSoon") return "near";
  return SHAPES[status];
}

/** Characters of the text that a row shows. */
const EXCERPT = 60;

/** The beginning of a text, on one line. */
export function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/g, " ")];
  return characters.length <= EXCERPT ? characters.join("") : `${characters.slice(0, EXCERPT).join("")}…`;
}

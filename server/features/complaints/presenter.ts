import type * as z from "zod/mini";
import type { complaintSchema } from "@talent/shared/contract/schemas/notices";
import type { Reader } from "../../platform/auth/reader";
import type { ComplaintDocument } from "./model";
import { mayAnswer } from "./policy";

/** Somebody who signed in with WeChat and is no talent and no staff. */
const NOT_KNOWN = "微信用户";

export function presentComplaint(
  complaint: ComplaintDocument,
  reader: Reader,
): z.output<typeof complaintSchema> {
  const { answer, answeredAt, answeredByName } = complaint;
  return {
    id: complaint._id.toHexString(),
    number: complaint.number,
    kind: complaint.kind,
    text: complaint.text,
    from: complaint.fromName || NOT_KNOWN,
    at: complaint.createdAt.toISOString(),
    state: complaint.status,
    ...(answer === undefined ? {} : { answer }),
    ...(answeredAt === undefined ? {} : { answeredAt: answeredAt.toISOString() }),
    ...(answeredByName === undefined ? {} : { answeredBy: answeredByName }),
    canAnswer: mayAnswer(reader, complaint),
  };
}

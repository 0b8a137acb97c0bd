import type { HandoverView } from "@talent/shared/contract/schemas/posts";
import type { Reader } from "../../../platform/auth/reader";
import type { HandoverDocument, HandoverPerson } from "./model";
import { mayAcknowledge } from "./policy";

function presentPerson({ accountId, name, letter, acknowledgedAt }: HandoverPerson): HandoverView["to"] {
  return { accountId, name, letter, acknowledgedAt: acknowledgedAt?.toISOString() };
}

export function presentHandover(handover: HandoverDocument, reader: Reader): HandoverView {
  return {
    id: handover._id.toHexString(),
    kind: handover.kind,
    postId: handover.postId,
    postName: handover.postName,
    departmentName: handover.departmentName,
    from: presentPerson(handover.from),
    to: presentPerson(handover.to),
    onDay: handover.onDay,
    untilOn: handover.untilOn,
    at: handover.at.toISOString(),
    cases: handover.cases,
    moving: handover.status === "moving",
    canAcknowledge: mayAcknowledge(reader, handover),
  };
}

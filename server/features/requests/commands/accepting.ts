import type { Reader } from "../../../platform/auth/reader";
import { endedClock, type Step } from "../change";
import { invalidField } from "../../../platform/errors";
import type { RequestDocument } from "../document";
import type { StaffRef, Transfer } from "../parts";
import type { PostOf } from "./sharedWork";
import { startClock } from "../rules/clock";

export function staffRef(reader: Reader): StaffRef {
  return { accountId: reader.accountId, name: reader.name, office: reader.office };
}

/** Accept 受理: the handling limit of the request's item version starts; today does not count. */
export function accept(request: RequestDocument, reader: Reader, now: Date): Step {
  return {
    type: "accepted",
    set: {
      specialist: staffRef(reader),
      clock: startClock("handling", request.item.limitDays, now),
    },
  };
}

export function reject(request: RequestDocument, reader: Reader, now: Date, reason: string): Step {
  return {
    type: "rejected",
    note: reason,
    set: {
      specialist: staffRef(reader),
      reason,
      clock: endedClock(request, now),
    },
  };
}

interface OutOfScope {
  reason: string;
  responsible: string;
  transfer?:
    { postId?: string | undefined; office?: string | undefined; phone?: string | undefined } | undefined;
}

/** @throws AppError `invalid_input` for an unknown post, or where neither post nor office is named */
function transferOf(transfer: OutOfScope["transfer"], postOf: PostOf): Transfer | undefined {
  if (transfer === undefined) return undefined;
  const { postId, office, phone } = transfer;
  if (postId === undefined) {
    if (office === undefined) throw invalidField("body.transfer.office", "required");
    return { office, phone };
  }
  const post = postOf(postId);
  if (post === undefined) throw invalidField("body.transfer.postId", "unknown");
  return { postId, office: `${post.departmentName} ${post.name}`, phone: phone ?? post.phone };
}

/**
 * Closes as out of scope and says who is responsible instead, and to whom it was handed on (§6.4.6).
 * @throws AppError `invalid_input`, see `transferOf`
 */
export function markOutOfScope(
  request: RequestDocument,
  reader: Reader,
  now: Date,
  body: OutOfScope,
  postOf: PostOf = () => undefined,
): Step {
  return {
    type: "outOfScope",
    note: body.reason,
    set: {
      specialist: staffRef(reader),
      reason: body.reason,
      responsible: body.responsible,
      transfer: transferOf(body.transfer, postOf),
      clock: endedClock(request, now),
    },
  };
}

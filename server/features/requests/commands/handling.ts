import { invalidField } from "../../../platform/errors";
import { mayTake, type PostDocument } from "../../posts/index";
import type { Moment, Step } from "../change";
import type { RequestDocument } from "../document";
import { ended } from "../rules/caseWork";
import { closeAfter } from "../rules/clock";
import { dutyHolder } from "../takeover/dutyHolder";

/**
 * Dispatch 转办 to a post: the work goes to whoever is on duty there.
 * @throws AppError `invalid_input` for a post that does not serve this request, or at which nobody is on duty
 */
export function dispatch(
  request: RequestDocument,
  { context, now }: Moment,
  post: PostDocument | undefined,
  note: string | undefined,
  overrideReason?: string,
): Step {
  if (post === undefined) throw invalidField("body.postId", "unknown");
  if (!mayTake(post, request.applicant)) throw invalidField("body.postId", "does_not_serve_this_talent");
  const holder = dutyHolder(post, context.calendar, now);
  if (holder === undefined) throw invalidField("body.postId", "nobody_on_duty");
  const { calendar, limits } = context;
  return {
    type: "dispatched",
    note,
    overrideReason,
    set: {
      postId: post._id.toHexString(),
      departmentId: post.departmentId,
      holder,
      signBy: closeAfter(calendar, limits, now, limits.signingDays),
      returnBy: closeAfter(calendar, limits, now, limits.returnDays),
    },
    unset: ["reason", "notRoutedWhy"],
  };
}

/** Sign 签收. */
export function sign(): Step {
  return { type: "signed", unset: ["signBy"] };
}

/**
 * Return 退回: back to the specialist, the limit runs on; the talent sees only where the case is now. Questions of the
 * post to others end with it.
 */
export function returnToDispatch(request: RequestDocument, now: Date, reason: string): Step {
  return {
    type: "returned",
    note: reason,
    audience: "staff",
    set: {
      reason,
      returns: (request.returns ?? 0) + 1,
      consultations: ended(request.consultations, now),
    },
    unset: ["postId", "departmentId", "holder", "signBy", "returnBy"],
  };
}

export function recordProgress(note: string): Step {
  return { type: "progress", note };
}

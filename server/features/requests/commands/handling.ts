import type { PointOutcome } from "@talent/shared/domain/lifecycle";
import { AppError, invalidField } from "../../../platform/errors";
import { mayTake, onDuty, type PostDocument } from "../../posts/index";
import { endedClock, type Moment, type Step } from "../change";
import type { RequestDocument } from "../document";
import { closeAfter } from "../rules/clock";

/**
 * Dispatch 转办 to a post: the work goes to whoever is on duty there.
 * @throws AppError `invalid_input` for a post that does not serve this request, or at which nobody is on duty
 */
export function dispatch(
  request: RequestDocument,
  { context, now }: Moment,
  post: PostDocument | undefined,
  note: string | undefined,
): Step {
  if (post === undefined) throw invalidField("body.postId", "unknown");
  if (!mayTake(post, request.applicant)) throw invalidField("body.postId", "does_not_serve_this_talent");
  const holder = onDuty(post);
  if (holder === undefined) throw invalidField("body.postId", "nobody_on_duty");
  const { calendar, limits } = context;
  return {
    type: "dispatched",
    note,
    set: {
      postId: post._id.toHexString(),
      departmentId: post.departmentId,
      holder: {
        accountId: holder.accountId,
        letter: holder.letter,
        name: holder.name,
        office: post.departmentName,
      },
      signBy: closeAfter(calendar, limits, now, limits.signingDays),
      returnBy: closeAfter(calendar, limits, now, limits.returnDays),
    },
    unset: ["reason"],
  };
}

/** Sign 签收. */
export function sign(): Step {
  return { type: "signed", unset: ["signBy"] };
}

/** Return 退回: back to the specialist, the limit runs on; the talent sees only where the case is now. */
export function returnToDispatch(reason: string): Step {
  return {
    type: "returned",
    note: reason,
    audience: "staff",
    set: { reason },
    unset: ["postId", "departmentId", "holder", "signBy", "returnBy"],
  };
}

export function recordProgress(note: string): Step {
  return { type: "progress", note };
}

interface Answer {
  outcome: PointOutcome;
  note: string;
  basis?: string | undefined;
}

function checkAnswers(request: RequestDocument, answers: readonly Answer[]): void {
  if (answers.length !== request.points.length)
    throw new AppError("points_unanswered", "every point of the request needs its answer", {
      points: request.points.length,
      answers: answers.length,
    });
  const unfounded = answers.findIndex(
    (answer) => answer.outcome === "notPossible" && answer.basis === undefined,
  );
  if (unfounded >= 0) throw invalidField(`body.answers.${unfounded}.basis`, "required");
}

/**
 * Complete 办结, answering every point in the order of the request.
 * @throws AppError `points_unanswered`, `invalid_input` where a refused point has no basis
 */
export function complete(request: RequestDocument, now: Date, answers: readonly Answer[]): Step {
  checkAnswers(request, answers);
  return {
    type: "completed",
    set: {
      completedAt: now,
      points: request.points.map((point, index) => ({ text: point.text, ...answers[index] })),
      clock: endedClock(request, now),
    },
    unset: ["signBy", "returnBy", "reason"],
  };
}

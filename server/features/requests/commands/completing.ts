import type { ReplyWarning } from "@talent/shared/domain/caseWork";
import type { PointOutcome } from "@talent/shared/domain/lifecycle";
import { AppError, invalidField } from "../../../platform/errors";
import { endedClock, type Step } from "../change";
import type { RequestDocument } from "../document";
import { ended, openOf } from "../rules/caseWork";
import { doubtsOf, type Doubt } from "../rules/replyChecks";

export interface Answer {
  outcome: PointOutcome;
  note: string;
  basis?: string | undefined;
}

export interface Completion {
  answers: readonly Answer[];
  /** Doubts that the writer has read and stands by. */
  confirmWarnings?: readonly ReplyWarning[];
  openSubtasksReason?: string | undefined;
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
 * What looks wrong with these answers.
 * @throws AppError `points_unanswered`, `invalid_input` where a refused point has no basis
 */
export function completionDoubts(request: RequestDocument, answers: readonly Answer[]): Doubt[] {
  checkAnswers(request, answers);
  return doubtsOf(
    answers.map(({ note, basis }, index) => ({ point: request.points[index]?.text ?? "", note, basis })),
  );
}

/** A question may go unanswered once its time is over, a sub-task only for a stated reason. */
function checkOthers(request: RequestDocument, reason: string | undefined, now: Date): void {
  const consultations = openOf(request.consultations).filter(({ dueAt }) => dueAt > now);
  const subtasks = reason === undefined ? openOf(request.subtasks) : [];
  if (consultations.length + subtasks.length === 0) return;
  throw new AppError("answers_awaited", "others have not answered yet", {
    consultations: consultations.map(({ id }) => id),
    subtasks: subtasks.map(({ id }) => id),
    until: consultations.at(-1)?.dueAt.toISOString(),
  });
}

/**
 * Complete 办结, answering every point in the order of the request. Completed is not solved: solved is what was done
 * in every point.
 * @throws AppError `points_unanswered`, `invalid_input` where a refused point has no basis, `answers_awaited` from other
 * posts, `completion_doubtful` with the warnings that were not confirmed
 */
export function complete(request: RequestDocument, now: Date, completion: Completion): Step {
  const { answers, confirmWarnings = [], openSubtasksReason } = completion;
  const warnings = completionDoubts(request, answers);
  checkOthers(request, openSubtasksReason, now);
  if (warnings.some(({ code }) => !confirmWarnings.includes(code)))
    throw new AppError("completion_doubtful", "the answers need another look", { warnings });
  return {
    type: "completed",
    note: openSubtasksReason,
    set: {
      completedAt: now,
      points: request.points.map((point, index) => ({ text: point.text, ...answers[index] })),
      solved: answers.every(({ outcome }) => outcome === "done"),
      clock: endedClock(request, now),
      consultations: ended(request.consultations, now),
      subtasks: ended(request.subtasks, now),
    },
    unset: ["signBy", "returnBy", "reason"],
  };
}

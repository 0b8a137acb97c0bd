import type * as z from "zod/mini";
import type {
  cycleReasonBody,
  evaluationDraftBody,
  submitEvaluationBody,
} from "@talent/shared/contract/schemas/cycles";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { invalidField } from "../../../platform/errors";
import type { CycleDocument, CycleFile } from "../document";
import { CycleModel } from "../model";
import { authorize, perform, personRef, presentCycle, visibleCycle, type Moment } from "./perform";

type Draft = z.output<typeof evaluationDraftBody>;
type Submission = z.output<typeof submitEvaluationBody>;

/** @throws AppError `invalid_input` on `attachmentIds` when a file is not of this cycle */
function chosenFiles({ files }: CycleDocument, ids: readonly string[]): CycleFile[] {
  if (ids.some((id) => !files.some(({ fileId }) => fileId === id)))
    throw invalidField("body.attachmentIds", "unknown");
  return files.filter(({ fileId }) => ids.includes(fileId));
}

/**
 * Keeps what the employer has written. It is no event: nobody else sees it and nobody is told.
 * @throws AppError `not_found`, `action_not_allowed`, `state_changed`, `invalid_input` on `attachmentIds`
 */
export async function saveDraft(id: string, body: Draft, moment: Moment): Promise<CycleDocument> {
  const { reader, now, commandKey } = moment;
  return runCommand<CycleDocument>({
    model: CycleModel,
    current: await presentCycle(moment, id),
    reload: () => visibleCycle(reader, id),
    call: commandCall(reader.accountId, commandKey, "saveDraft", { id, body }),
    decide(cycle) {
      authorize(moment, cycle, "saveDraft");
      chosenFiles(cycle, body.attachmentIds);
      return { set: { draft: { ...body }, updatedAt: now } };
    },
  });
}

/**
 * The employer hands its evaluation in (§5.3); the talent may read it, the specialists verify. Files that it leaves
 * out are deleted.
 * @throws AppError `evaluation_too_early`, `evaluation_window_closed`, `invalid_input` on `attachmentIds`
 */
export async function submitEvaluation(id: string, body: Submission, moment: Moment): Promise<CycleDocument> {
  const { reader, now, context } = moment;
  const left: CycleFile[] = [];
  const done = await perform(id, "submitEvaluation", body, moment, (cycle) => {
    const files = chosenFiles(cycle, body.attachmentIds);
    left.splice(0, left.length, ...cycle.files.filter((file) => !files.includes(file)));
    const late = dateInShanghai(now) > cycle.endsOn;
    return {
      type: "evaluationSubmitted",
      set: { status: "evaluated", files, evaluation: { ...body, by: personRef(reader), at: now, late } },
      unset: ["draft"],
    };
  });
  for (const { fileId } of left) await context.platform.files.deleteFile(fileId);
  return done;
}

/**
 * The employer takes its evaluation back while the window is open; it becomes the draft again.
 * @throws AppError `evaluation_window_closed`
 */
export function withdrawEvaluation(id: string, moment: Moment): Promise<CycleDocument> {
  return perform(id, "withdrawEvaluation", {}, moment, ({ evaluation }) => {
    const { stillFullTime, grade, opinion, attachmentIds = [] } = evaluation ?? {};
    return {
      type: "evaluationWithdrawn",
      set: { status: "evaluationOpen", draft: { stillFullTime, grade, opinion, attachmentIds } },
      unset: ["evaluation", "statement"],
    };
  });
}

/** The employer asks to hand in after the end. */
export function askLate(
  id: string,
  { reason }: z.output<typeof cycleReasonBody>,
  moment: Moment,
): Promise<CycleDocument> {
  return perform(id, "askLate", { reason }, moment, () => ({
    type: "lateAsked",
    note: reason,
    set: { lateRequest: { reason, at: moment.now } },
  }));
}

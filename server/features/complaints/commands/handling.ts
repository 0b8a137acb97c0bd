import type * as z from "zod/mini";
import { RESULTS_OF_KIND, RESULTS_WITH_MEASURES } from "@talent/shared/domain/complaints";
import type {
  acceptComplaintBody,
  answerComplaintBody,
  assignComplaintBody,
  noteComplaintBody,
} from "@talent/shared/contract/schemas/complaints";
import { invalidField } from "../../../platform/errors";
import type { ComplaintDocument } from "../document";
import { mayInvestigate } from "../policy";
import { perform, staffRef, type Moment } from "./perform";

type Body<S extends z.ZodMiniType> = z.output<S>;

/** A specialist takes it in and promises the answer; the writer is told by when. */
export function acceptComplaint(
  id: string,
  body: Body<typeof acceptComplaintBody>,
  moment: Moment,
): Promise<ComplaintDocument> {
  const { reader, now, context } = moment;
  return perform(id, "accept", body, moment, () => ({
    type: "accepted",
    set: {
      status: "accepted",
      acceptedBy: staffRef(reader),
      clock: { startedAt: now, workingDays: body.answerDays ?? context.settings().limits.answerDays },
    },
  }));
}

/**
 * Gives it to somebody to look into.
 * @throws AppError `invalid_input` on `investigatorId`: `not_staff`, or `party` when it is about them, written by them,
 * or was looked into by them before
 */
export function assignComplaint(
  id: string,
  body: Body<typeof assignComplaintBody>,
  moment: Moment,
): Promise<ComplaintDocument> {
  return perform(id, "assign", body, moment, async (complaint) => {
    const colleague = await moment.context.staff.colleague(body.investigatorId);
    if (colleague === undefined) throw invalidField("body.investigatorId", "not_staff");
    if (!mayInvestigate(colleague, complaint)) throw invalidField("body.investigatorId", "party");
    const { accountId, name, office } = colleague;
    return {
      type: "assigned",
      note: body.note,
      staffOnly: true,
      set: { status: "investigating", investigator: { accountId, name, office } },
    };
  });
}

/** What was found so far; the writer does not see it. */
export function noteFindings(
  id: string,
  body: Body<typeof noteComplaintBody>,
  moment: Moment,
): Promise<ComplaintDocument> {
  return perform(id, "note", body, moment, () => ({ type: "noted", note: body.note, staffOnly: true }));
}

/**
 * The answer of this round; the writer is told.
 * @throws AppError `invalid_input` on `result` when it is not one of its kind, on `measures` when they are missing
 */
export function answerComplaint(
  id: string,
  body: Body<typeof answerComplaintBody>,
  moment: Moment,
): Promise<ComplaintDocument> {
  const { reader, now } = moment;
  return perform(id, "answer", body, moment, (complaint) => {
    if (!RESULTS_OF_KIND[complaint.kind].includes(body.result))
      throw invalidField("body.result", "invalid_value");
    if (RESULTS_WITH_MEASURES.includes(body.result) && body.measures === undefined)
      throw invalidField("body.measures", "required");
    const { investigator, answers, round } = complaint;
    const answer = {
      round,
      ...body,
      by: staffRef(reader),
      ...(investigator === undefined ? {} : { investigator }),
      at: now,
    };
    return { type: "answered", set: { status: "answered", answers: [...answers, answer] } };
  });
}

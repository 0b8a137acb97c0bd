import type * as z from "zod/mini";
import { MOST_COMPLAINT_ROUNDS } from "@talent/shared/domain/complaints";
import type { respondToComplaintBody } from "@talent/shared/contract/schemas/complaints";
import { invalidField } from "../../../platform/errors";
import type { ComplaintDocument } from "../document";
import { refuseRiskyText } from "../wording";
import { perform, visibleComplaint, type Moment } from "./perform";

type Response = z.output<typeof respondToComplaintBody>;

/** The answers with the writer's word on the last one. */
function withReply({ answers }: ComplaintDocument, { satisfied, reason }: Response, at: Date) {
  const reply = { satisfied, ...(reason === undefined ? {} : { reason }), at };
  return answers.map((answer, index) => (index === answers.length - 1 ? { ...answer, reply } : answer));
}

/**
 * The writer's word on the answer. Satisfied, or after a second review, it is closed; not satisfied with the first
 * answer, somebody else looks again within a limit of its own.
 * @throws AppError `invalid_input` on `reason` when a second review is asked without one, `content_refused`
 */
export async function respondToComplaint(
  id: string,
  body: Response,
  moment: Moment,
): Promise<ComplaintDocument> {
  const { reader, now, context } = moment;
  const { round } = await visibleComplaint(reader, id);
  const again = !body.satisfied && round < MOST_COMPLAINT_ROUNDS;
  if (again && body.reason === undefined) throw invalidField("body.reason", "required");
  if (body.reason !== undefined) await refuseRiskyText(context.platform, reader, body.reason);
  return perform(id, again ? "disagree" : "confirm", body, moment, (complaint) => {
    const answers = withReply(complaint, body, now);
    if (!again) return { type: "confirmed", note: body.reason, set: { status: "closed", answers } };
    const clock = { startedAt: now, workingDays: context.settings().limits.answerDays };
    return {
      type: "disagreed",
      note: body.reason,
      set: { status: "accepted", answers, clock, round: complaint.round + 1 },
      unset: ["investigator"],
    };
  });
}

/** The writer takes it back; whoever has it is told. */
export function withdrawComplaint(id: string, moment: Moment): Promise<ComplaintDocument> {
  return perform(id, "withdraw", {}, moment, () => ({ type: "withdrawn", set: { status: "withdrawn" } }));
}

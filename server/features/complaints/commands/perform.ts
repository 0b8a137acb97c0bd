import { Types } from "mongoose";
import type { ComplaintAction } from "@talent/shared/domain/complaints";
import type { Reader } from "../../../platform/auth/reader";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { AppError, notFound } from "../../../platform/errors";
import { changeOf, type Step } from "../change";
import type { ComplaintContext } from "../context";
import type { ComplaintDocument } from "../document";
import { ComplaintModel } from "../model";
import { actionsOf, isActor, sees } from "../policy";

/** Who does it and when. */
export interface Moment {
  context: ComplaintContext;
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** @throws AppError `not_found` when it does not exist or is not the reader's to see */
export async function visibleComplaint(reader: Reader, id: string): Promise<ComplaintDocument> {
  const found = await ComplaintModel.collection.findOne({ _id: new Types.ObjectId(id) });
  const complaint = found as ComplaintDocument | null;
  if (complaint === null || !sees(reader, complaint)) throw notFound("complaint");
  return complaint;
}

/** @throws AppError `action_not_allowed` or `state_changed` */
function authorize(reader: Reader, complaint: ComplaintDocument, action: ComplaintAction): void {
  if (!isActor(reader, complaint, action))
    throw new AppError("action_not_allowed", `you may not ${action} this`);
  if (!actionsOf(reader, complaint).includes(action))
    throw new AppError("state_changed", `not in this state`, { status: complaint.status });
}

/**
 * Does one action as one conditional write.
 * @throws AppError `not_found`, `action_not_allowed`, `state_changed` or `idempotency_key_reused`, and what `decide` throws
 */
export async function perform(
  id: string,
  action: ComplaintAction,
  input: unknown,
  { context, reader, now, commandKey }: Moment,
  decide: (complaint: ComplaintDocument) => Step | Promise<Step>,
): Promise<ComplaintDocument> {
  const reload = () => visibleComplaint(reader, id);
  const done = await runCommand<ComplaintDocument>({
    model: ComplaintModel,
    current: await reload(),
    reload,
    call: commandCall(reader.accountId, commandKey, action, { id, input }),
    async decide(complaint) {
      authorize(reader, complaint, action);
      return changeOf(context, complaint, { by: reader, now }, await decide(complaint));
    },
  });
  context.platform.outbox.nudge();
  return done;
}

export function staffRef({ accountId, name, office }: Reader) {
  return { accountId, name, office };
}

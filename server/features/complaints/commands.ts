import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { maskName } from "@talent/shared/domain/masking";
import type { Reader } from "../../platform/auth/reader";
import { commandCall, runCommand, type CommandCall } from "../../platform/database/aggregate";
import { nextNumber } from "../../platform/database/counter";
import { isDuplicateKey } from "../../platform/database/duplicateKey";
import { AppError, notFound } from "../../platform/errors";
import { ComplaintModel, type ComplaintDocument } from "./model";
import { mayAnswer } from "./policy";

interface Moment {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

interface NewComplaint {
  kind: ComplaintDocument["kind"];
  text: string;
  page?: string | undefined;
  requestId?: string | undefined;
}

/** `TS26-00012`: the twelfth of the year. */
async function complaintNumber(now: Date): Promise<string> {
  const year = dateInShanghai(now).slice(2, 4);
  const running = await nextNumber(`complaints-${year}`);
  return `TS${year}-${String(running).padStart(5, "0")}`;
}

/**
 * The complaint that this call made before, or null.
 * @throws AppError `idempotency_key_reused`
 */
async function madeBefore({ key, digest }: CommandCall): Promise<ComplaintDocument | null> {
  const before = key === undefined ? null : await ComplaintModel.findOne({ createKey: key }).lean();
  if (before !== null && before.createDigest !== digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

/** @throws AppError `idempotency_key_reused` */
export async function createComplaint(input: NewComplaint, moment: Moment): Promise<ComplaintDocument> {
  const { reader, now, commandKey } = moment;
  const call = commandCall(reader.accountId, commandKey, "create", input);
  const before = await madeBefore(call);
  if (before !== null) return before;
  try {
    const created = await ComplaintModel.create({
      ...input,
      _id: new Types.ObjectId(),
      version: 1,
      number: await complaintNumber(now),
      status: "open",
      fromAccountId: reader.accountId,
      fromName: reader.name,
      createdAt: now,
      ...(call.key === undefined ? {} : { createKey: call.key, createDigest: call.digest }),
    });
    return created.toObject();
  } catch (error) {
    const made = isDuplicateKey(error) ? await madeBefore(call) : null;
    if (made === null) throw error;
    return made;
  }
}

/**
 * Answers a complaint; whoever wrote it is told.
 * @throws AppError `not_found`, `action_not_allowed` or `idempotency_key_reused`
 */
export async function answerComplaint(
  id: string,
  answer: string,
  { reader, now, commandKey }: Moment,
): Promise<ComplaintDocument> {
  const reload = async () => {
    const found = await ComplaintModel.findById(id).lean();
    if (found === null) throw notFound("complaint");
    return found;
  };
  return runCommand<ComplaintDocument>({
    model: ComplaintModel,
    current: await reload(),
    reload,
    call: commandCall(reader.accountId, commandKey, "answer", { id, answer }),
    decide(complaint) {
      if (complaint.status !== "open")
        throw new AppError("state_changed", "it has been answered", { status: complaint.status });
      if (!mayAnswer(reader, complaint)) throw new AppError("action_not_allowed", "this is your own message");
      return {
        set: { status: "answered", answer, answeredAt: now, answeredByName: maskName(reader.name) },
        notices: [
          {
            id: `${id}:answered`,
            type: "complaintAnswered",
            recipientId: complaint.fromAccountId,
            occasion: "answered",
            values: {
              number: complaint.number,
              itemName: "投诉建议",
              note: answer,
              office: reader.office,
            },
            at: now,
          },
        ],
      };
    },
  });
}

import { Types } from "mongoose";
import type * as z from "zod/mini";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { createComplaintBody } from "@talent/shared/contract/schemas/complaints";
import { commandCall } from "../../../platform/database/aggregate";
import { nextNumber } from "../../../platform/database/counter";
import { insertOnce } from "../../../platform/database/insertOnce";
import { changeOf } from "../change";
import type { ComplaintDocument } from "../document";
import { ComplaintModel } from "../model";
import { subjectOf } from "../subject";
import { refuseRiskyText } from "../wording";
import type { Moment } from "./perform";

type NewComplaint = z.output<typeof createComplaintBody>;

/** `TS26-00012`: the twelfth of the year. */
async function complaintNumber(now: Date): Promise<string> {
  const year = dateInShanghai(now).slice(2, 4);
  const running = await nextNumber(`complaints-${year}`);
  return `TS${year}-${String(running).padStart(5, "0")}`;
}

/** The complaint with its first event and the notices of it. */
async function written(input: NewComplaint, moment: Moment): Promise<ComplaintDocument> {
  const { context, reader, now } = moment;
  const { kind, text, about, page } = input;
  const bare: ComplaintDocument = {
    _id: new Types.ObjectId(),
    version: 1,
    commands: [],
    outbox: [],
    number: await complaintNumber(now),
    kind,
    about,
    text,
    ...(page === undefined ? {} : { page }),
    ...(await subjectOf(input, reader)),
    fromAccountId: reader.accountId,
    fromName: reader.name,
    ...(reader.talentId === undefined ? {} : { fromTalentId: reader.talentId }),
    status: "received",
    round: 1,
    answers: [],
    clock: { startedAt: now, workingDays: context.settings().limits.acceptanceDays },
    told: [],
    lane: "open",
    listAt: now,
    timeline: [],
    createdAt: now,
    updatedAt: now,
  };
  const {
    set,
    push,
    notices = [],
  } = await changeOf(context, bare, { by: reader, now }, { type: "received" });
  return {
    ...bare,
    ...set,
    timeline: [...(push?.timeline ?? [])],
    outbox: [...notices],
    ...(notices.length > 0 ? { outboxPending: true } : {}),
  };
}

/**
 * Writes a complaint or suggestion; the specialists who answer for it are told.
 * @throws AppError `idempotency_key_reused`, `content_refused`, `invalid_input` on `requestId` when it is not the
 * writer's own
 */
export async function createComplaint(input: NewComplaint, moment: Moment): Promise<ComplaintDocument> {
  const { context, reader, commandKey } = moment;
  const call = commandCall(reader.accountId, commandKey, "create", input);
  await refuseRiskyText(context.platform, reader, input.text);
  const complaint = await insertOnce(ComplaintModel, call, await written(input, moment));
  context.platform.outbox.nudge();
  return complaint;
}

import { Types } from "mongoose";
import type * as z from "zod/mini";
import type { createRequestBody } from "@talent/shared/contract/schemas/requests";
import { digestOf } from "../../../platform/database/digest";
import { AppError } from "../../../platform/errors";
import { changeOf, type Moment } from "../change";
import type { RequestDocument } from "../document";
import { RequestModel } from "../model";
import { NEVER_DUE } from "../rules/lanes";
import { statusAfter } from "../rules/transition";
import { applicantSnapshot, entitledRequest, itemSnapshot, type EntitledRequest } from "./entitled";
import { EMPTY_FORM, mergeForm, type FormFields } from "./form";
import { submit } from "./submitting";

type Input = z.output<typeof createRequestBody>;

const DUPLICATE_KEY = 11000;

export function emptyRequest(
  { talent, item, version }: EntitledRequest,
  form: FormFields,
  number: string,
  moment: Moment,
): RequestDocument {
  return {
    _id: new Types.ObjectId(),
    number,
    version: 1,
    status: "draft",
    item: itemSnapshot(item, version),
    talentId: talent._id.toHexString(),
    requesterAccountId: moment.reader.accountId,
    applicant: applicantSnapshot(talent),
    ...form,
    files: [],
    supplements: [],
    scope: {},
    laneKey: "none",
    laneAt: NEVER_DUE,
    source: "talent",
    createdBy: moment.reader.accountId,
    timeline: [],
    reopenings: 0,
    commands: [],
    outbox: [],
    createdAt: moment.now,
    updatedAt: moment.now,
  };
}

function isDuplicate(error: unknown): error is Error & { keyPattern?: Record<string, unknown> } {
  return error instanceof Error && "code" in error && error.code === DUPLICATE_KEY;
}

/** What this person began with the same key before. */
async function createdBefore(createdBy: string, createKey: string, digest: string): Promise<RequestDocument> {
  const before = await RequestModel.findOne({ createdBy, createKey }).lean<RequestDocument>().exec();
  if (before === null || before.createDigest !== digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

async function newRequest(input: Input, moment: Moment): Promise<RequestDocument> {
  const { context, reader, now } = moment;
  const entitled = await entitledRequest(reader.talentId, input.itemId, now);
  const { keyring } = context.platform;
  const { talent, version } = entitled;
  const form = mergeForm(EMPTY_FORM, input, { keyring, talent, version, now });
  const step = input.submit ? submit(form, [], entitled, context.limits, now) : undefined;
  const request = emptyRequest(entitled, form, await context.numbers.next(now), moment);
  if (step === undefined) return request;
  const status = statusAfter("submit", request);
  const change = await changeOf(request, moment, { ...step, set: { ...step.set, status } });
  const outbox = [...(change.notices ?? [])];
  return {
    ...request,
    ...change.set,
    timeline: [...(change.push?.timeline ?? [])],
    outbox,
    ...(outbox.length > 0 ? { outboxPending: true } : {}),
  };
}

/**
 * Begins a request as a draft, or hands it in at once: one insert with timeline, notices and the command's key.
 * @returns the request, or the one that the same command began before
 * @throws AppError `not_entitled`, what `submit` refuses, `idempotency_key_reused`
 */
export async function createRequest(
  input: Input,
  commandKey: string | undefined,
  moment: Moment,
): Promise<RequestDocument> {
  const { accountId } = moment.reader;
  const digest = digestOf(input);
  const request = await newRequest(input, moment);
  if (commandKey !== undefined) Object.assign(request, { createKey: commandKey, createDigest: digest });
  for (;;) {
    try {
      await RequestModel.collection.insertOne(request, { ignoreUndefined: true });
      moment.context.platform.outbox.nudge();
      return request;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (commandKey !== undefined && error.keyPattern?.["createKey"] !== undefined)
        return createdBefore(accountId, commandKey, digest);
      if (error.keyPattern?.["number"] === undefined) throw error;
      request.number = await moment.context.numbers.next(moment.now);
    }
  }
}

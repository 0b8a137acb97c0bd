import { Types } from "mongoose";
import type * as z from "zod/mini";
import type { createRequestBody } from "@talent/shared/contract/schemas/requests";
import { actionChange, afterChange, type ActionStep } from "../chain";
import type { Moment } from "../change";
import type { RequestDocument } from "../document";
import { NEVER_DUE } from "../rules/lanes";
import { applicantSnapshot, entitledRequest, itemSnapshot, type EntitledRequest } from "./entitled";
import { EMPTY_FORM, mergeForm, type FormFields } from "./form";
import { insertOnce } from "./insertOnce";
import { submit } from "./submitting";

type Input = z.output<typeof createRequestBody>;

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

/** The request as it is after its first step, for one insert. */
export async function begun(
  request: RequestDocument,
  moment: Moment,
  first: ActionStep | undefined,
): Promise<RequestDocument> {
  if (first === undefined) return request;
  const after = afterChange(request, await actionChange(request, moment, first));
  return { ...after, version: request.version, ...(after.outbox.length > 0 ? { outboxPending: true } : {}) };
}

async function newRequest(input: Input, moment: Moment): Promise<RequestDocument> {
  const { context, reader, now } = moment;
  const entitled = await entitledRequest(reader.talentId, input.itemId, now);
  const { keyring } = context.platform;
  const { talent, version } = entitled;
  const form = mergeForm(EMPTY_FORM, input, { keyring, talent, version, now });
  const step = input.submit ? submit(form, [], entitled, context.limits, now) : undefined;
  const request = emptyRequest(entitled, form, await context.numbers.next(now), moment);
  return begun(request, moment, step && { action: "submit", step });
}

/**
 * Begins a request as a draft, or hands it in at once.
 * @returns the request, or the one that the same command began before
 * @throws AppError `not_entitled`, what `submit` refuses, `idempotency_key_reused`
 */
export async function createRequest(
  input: Input,
  commandKey: string | undefined,
  moment: Moment,
): Promise<RequestDocument> {
  return insertOnce(await newRequest(input, moment), { input, commandKey }, moment);
}

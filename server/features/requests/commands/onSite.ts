import type * as z from "zod/mini";
import type { createOnSiteBody, takeInBody } from "@talent/shared/contract/schemas/onSite";
import type { PaperMaterial } from "@talent/shared/domain/caseWork";
import type { Reader } from "../../../platform/auth/reader";
import { AppError, invalidField } from "../../../platform/errors";
import type { ItemVersion } from "../../catalogue/index";
import type { Moment, Step } from "../change";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import type { Intake } from "../parts";
import { performAction } from "../performAction";
import { servesAsSpecialist } from "../relations";
import { withAutomaticDispatch } from "../routing/automatic";
import { CONSENT_PURPOSES } from "../rules/submission";
import { accept, staffRef } from "./accepting";
import { begun, emptyRequest } from "./createRequest";
import { applicantSnapshot, entitledRequest, type EntitledRequest } from "./entitled";
import { EMPTY_FORM, mergeForm, type FormFields } from "./form";
import { insertOnce } from "./insertOnce";
import { materialKeysIn, submit } from "./submitting";

type CreateInput = z.output<typeof createOnSiteBody>;
type PaperInput = z.output<typeof takeInBody>;

/**
 * What was seen on paper.
 * @throws AppError `invalid_input` for a material that the item does not ask for, or one named twice
 */
function paperOf(version: ItemVersion, materials: readonly PaperMaterial[]): PaperMaterial[] {
  const keys = materials.map(({ materialKey }) => materialKey);
  keys.forEach((key, index) => {
    const field = `body.paperMaterials.${index}.materialKey`;
    if (!version.materials.some((material) => material.key === key)) throw invalidField(field, "unknown");
    if (keys.indexOf(key) !== index) throw invalidField(field, "named_twice");
  });
  return [...materials];
}

function intakeOf(before: Intake, input: PaperInput, version: ItemVersion): Intake {
  const { consentsOnPaper, paperMaterials } = input;
  return {
    ...before,
    consentsOnPaper:
      consentsOnPaper === undefined
        ? before.consentsOnPaper
        : CONSENT_PURPOSES.filter((purpose) => consentsOnPaper[purpose] === true),
    paperMaterials: paperMaterials === undefined ? before.paperMaterials : paperOf(version, paperMaterials),
  };
}

function formOf(
  before: FormFields,
  input: PaperInput,
  { talent, version }: EntitledRequest,
  { context, now }: Moment,
): FormFields {
  const fields = { ...input, consents: input.consentsOnPaper };
  return mergeForm(before, fields, { keyring: context.platform.keyring, talent, version, now });
}

/** Hands it in as it lies on the counter. */
function takenIn(
  form: FormFields,
  request: Pick<RequestDocument, "files" | "intake">,
  entitled: EntitledRequest,
  { context, now }: Moment,
): Step {
  const step = submit(form, materialKeysIn(request), entitled, context.limits, now);
  return { ...step, type: "takenIn", set: { ...step.set, intake: request.intake } };
}

async function newOnSite(input: CreateInput, talentId: string, moment: Moment): Promise<RequestDocument> {
  const { context, reader, now } = moment;
  const entitled = await entitledRequest(talentId, input.itemId, now);
  if (!servesAsSpecialist(reader, applicantSnapshot(entitled.talent)))
    throw new AppError("action_not_allowed", "for the specialists who serve this talent");
  const form = formOf(EMPTY_FORM, input, entitled, moment);
  const { scanId, ticketId } = input;
  const bare: Intake = {
    ...staffRef(reader),
    at: now,
    scanId,
    ticketId,
    consentsOnPaper: [],
    paperMaterials: [],
  };
  const intake = intakeOf(bare, input, entitled.version);
  const request: RequestDocument = {
    ...emptyRequest(entitled, form, await context.numbers.next(now), moment),
    requesterAccountId: entitled.talent.accountId,
    source: "specialist",
    intake,
  };
  const step = input.submit ? takenIn(form, request, entitled, moment) : undefined;
  return begun(request, moment, step && { action: "takeIn", step });
}

interface OnSiteCall {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

/** Accepts what was just taken in, once: a repetition finds it accepted. */
async function acceptToo(
  context: RequestContext,
  request: RequestDocument,
  { reader, now, commandKey }: OnSiteCall,
): Promise<RequestDocument> {
  if (request.status !== "submitted") return request;
  const call = {
    reader,
    now,
    commandKey: commandKey === undefined ? undefined : `${commandKey}:accept`,
    requestId: request._id.toHexString(),
    action: "accept" as const,
    input: {},
  };
  return performAction(context, call, (current) => accept(current, reader, now), withAutomaticDispatch);
}

/**
 * Takes a request in at the window 现场受理 for the talent who was scanned (§6.2.1), as a draft, handed in, or handed
 * in and accepted.
 * @throws AppError what the scan, `not_entitled`, `submit` and `accept` refuse; `action_not_allowed` for a specialist
 * who does not serve this talent
 */
export async function createOnSite(
  context: RequestContext,
  input: CreateInput,
  call: OnSiteCall,
): Promise<RequestDocument> {
  const { reader, now, commandKey } = call;
  const { talentId } = await context.scanForIntake(reader, input.scanId, now);
  const moment = { context, reader, now };
  if (input.accept && !input.submit) throw invalidField("body.accept", "without_submit");
  const request = await insertOnce(await newOnSite(input, talentId, moment), { input, commandKey }, moment);
  return input.accept ? acceptToo(context, request, call) : request;
}

/**
 * Hands in what was begun at the window.
 * @throws AppError what `submit` and `performAction` refuse
 */
export async function takeIn(
  context: RequestContext,
  requestId: string,
  input: PaperInput,
  call: OnSiteCall,
): Promise<RequestDocument> {
  const { reader, now } = call;
  const action = { ...call, requestId, action: "takeIn" as const, input };
  const done = await performAction(context, action, async (request) => {
    if (request.intake === undefined) throw new AppError("action_not_allowed", "not begun at a window");
    const entitled = await entitledRequest(request.talentId, request.item.id, now);
    const moment = { context, reader, now };
    const form = formOf(request, input, entitled, moment);
    const intake = intakeOf(request.intake, input, entitled.version);
    return takenIn(form, { files: request.files, intake }, entitled, moment);
  });
  return input.accept ? acceptToo(context, done, call) : done;
}

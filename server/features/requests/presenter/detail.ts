import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { Bilingual } from "@talent/shared/contract/schemas/primitives";
import type { FieldSpec } from "@talent/shared/contract/schemas/catalogue";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { districtName } from "@talent/shared/domain/districts";
import { maskName } from "@talent/shared/domain/masking";
import { REFUSED_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import { ageOn } from "@talent/shared/domain/talents";
import { readPosts } from "../../posts/index";
import { SEALED } from "../commands/form";
import type { RequestDocument, TimelineEvent } from "../document";
import { allowedActions, seesAsStaff } from "../policy";
import { presentCaseWork } from "./caseWork";
import { limitSources } from "./limitView";
import { presentMaterials, presentSupplement } from "./materials";
import { staffName, type Presentation } from "./presentation";
import { limitSumOf, presentSummary } from "./summary";

const HASH_SHOWN = 12;
/** What is written to a colleague, in an event that the talent sees. */
const NOTES_FOR_STAFF: ReadonlySet<TimelineEvent["type"]> = new Set(["dispatched", "completed"]);

function valueText(field: FieldSpec, value: string): Bilingual {
  const plain = field.kind === "district" ? districtName(value) : value;
  return field.options?.find((option) => option.value === value)?.label ?? { zh: plain, en: plain };
}

function presentDetails(request: RequestDocument, fields: readonly FieldSpec[]): RequestDetail["details"] {
  return fields.flatMap((field) => {
    const value = request.details[field.key];
    if (value === undefined || value === "") return [];
    return [{ key: field.key, label: field.label, value: valueText(field, value) }];
  });
}

function presentEvent(event: TimelineEvent, asStaff: boolean): RequestDetail["timeline"][number] {
  return {
    id: event.id,
    type: event.type,
    at: event.at.toISOString(),
    who: event.side === "staff" && !asStaff ? maskName(event.byName) : event.byName,
    office: event.office,
    note: asStaff || !NOTES_FOR_STAFF.has(event.type) ? event.note : undefined,
    overrideReason: asStaff ? event.overrideReason : undefined,
    count: event.count,
    hash: event.hash.slice(0, HASH_SHOWN),
  };
}

function presentTimeline(request: RequestDocument, asStaff: boolean): RequestDetail["timeline"] {
  return request.timeline
    .filter((event) => asStaff || event.audience === "all")
    .map((event) => presentEvent(event, asStaff));
}

async function presentOfficers(
  request: RequestDocument,
  { reader }: Presentation,
): Promise<RequestDetail["officers"]> {
  const officers: RequestDetail["officers"] = [];
  const { specialist, holder, postId } = request;
  if (holder !== undefined) {
    const post = postId === undefined ? undefined : (await readPosts()).post(postId);
    officers.push({
      name: staffName(holder.name, request, reader),
      office: holder.office,
      duty: "holder",
      phone: post?.phone,
    });
  }
  if (specialist !== undefined)
    officers.push({
      name: staffName(specialist.name, request, reader),
      office: specialist.office,
      duty: "specialist",
    });
  return officers;
}

/** The form as its writer filled it in, to go on with. Names on record come back unmasked only to their writer. */
function presentDraft(request: RequestDocument, { context }: Presentation): RequestDetail["draft"] {
  const { name, kind, bornOn, memberId } = request.beneficiary;
  return {
    beneficiary: {
      kind,
      memberId,
      bornOn,
      name: name === undefined ? undefined : context.platform.keyring.open(SEALED.beneficiaryName, name),
    },
    points: request.points.map((point) => point.text),
    details: request.details,
    consents: presentConsents(request),
  };
}

function presentConsents(request: RequestDocument): RequestDetail["consents"] {
  const { processing, health, guardian } = request.consents;
  return {
    processing: processing !== undefined,
    health: health === undefined ? undefined : true,
    guardian: guardian === undefined ? undefined : true,
  };
}

/** The whole request as this reader may see it, with what they may do next. */
export async function presentDetail(
  request: RequestDocument,
  presentation: Presentation,
): Promise<RequestDetail> {
  const { context, reader, now, catalogue } = presentation;
  const asStaff = seesAsStaff(reader, request);
  const version = catalogue.version(request.item.id, request.item.version);
  const sum = limitSumOf(request, presentation);
  const { bornOn, maskedName } = request.beneficiary;
  return {
    ...presentSummary(request, presentation, sum),
    version: request.version,
    itemId: request.item.id,
    itemVersion: request.item.version,
    talentId: request.talentId,
    recognition: request.applicant.recognition,
    employerName: request.applicant.employerName,
    phoneMasked: request.applicant.phoneMasked,
    beneficiaryName: maskedName,
    beneficiaryAge: bornOn === undefined ? undefined : ageOn(bornOn, dateInShanghai(now)),
    consents: presentConsents(request),
    points: request.points,
    details: presentDetails(request, version?.fields ?? []),
    draft: request.submittedAt === undefined ? presentDraft(request, presentation) : undefined,
    materials: presentMaterials(request, version?.materials ?? []),
    supplement: presentSupplement(request, reader),
    limitDays: sum?.days,
    limitSources: sum === undefined ? [] : limitSources(sum, context.calendar),
    timeline: presentTimeline(request, asStaff),
    officers: await presentOfficers(request, presentation),
    reason: asStaff || isIn(REFUSED_STATUSES, request.status) ? request.reason : undefined,
    responsible: request.responsible,
    notRoutedWhy: asStaff ? request.notRoutedWhy : undefined,
    ...presentCaseWork(request, presentation),
    rating: presentRating(request, asStaff),
    can: allowedActions(reader, request, now, context.limits),
  };
}

/** Handlers see ratings in groups, never one person's; the rater sees the own one. */
function presentRating(request: RequestDocument, asStaff: boolean): RequestDetail["rating"] {
  if (request.rating === undefined || asStaff) return undefined;
  return { ...request.rating, at: request.rating.at.toISOString() };
}

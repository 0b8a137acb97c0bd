import type { RequestDetail, RequestSummary } from "@talent/shared/contract/schemas/requests";
import { URGEABLE_STATUSES } from "@talent/shared/domain/caseWork";
import { LIFECYCLE } from "@talent/shared/domain/lifecycle";
import { isIn } from "@talent/shared/domain/requestStatus";
import type { RequestDocument } from "../document";
import type { SharedWork } from "../parts";
import { seesAsStaff } from "../policy";
import { holdsPart, relationsOf } from "../relations";
import { isOpen, promiseState } from "../rules/caseWork";
import { sumOf, withLength } from "../rules/clock";
import { NEVER_DUE } from "../rules/lanes";
import { isSupervised } from "../waiting";
import { staffName, type Presentation } from "./presentation";

type CaseWorkView = Pick<
  RequestDetail,
  | "extension"
  | "extensionDues"
  | "urges"
  | "urging"
  | "supervisions"
  | "consultations"
  | "subtasks"
  | "transfer"
  | "intake"
>;

const text = (at: Date | undefined): string | undefined => at?.toISOString();

function presentExtension(
  request: RequestDocument,
  { reader, context, now }: Presentation,
): RequestDetail["extension"] {
  const { extension, clock } = request;
  if (extension === undefined) return undefined;
  const approved = extension.state === "approved";
  if (!approved && !seesAsStaff(reader, request)) return undefined;
  const ifApproved =
    extension.state === "asked" && clock !== undefined
      ? sumOf(
          withLength(clock, "extended", extension.workingDays, now),
          context.calendar,
          context.limits,
          now,
        ).dueAt
      : undefined;
  return {
    state: extension.state,
    workingDays: extension.workingDays,
    reason: extension.reason,
    askedAt: extension.askedAt.toISOString(),
    askedBy: staffName(extension.askedByName, request, reader),
    decidedAt: text(extension.decidedAt),
    decidedBy: extension.decidedByName && staffName(extension.decidedByName, request, reader),
    refusal: extension.refusal,
    dueAtIfApproved: text(ifApproved),
  };
}

/** The last day for each length that may be asked, for whoever has the case and has not asked yet. */
function presentExtensionDues(
  request: RequestDocument,
  { reader, context, now }: Presentation,
): RequestDetail["extensionDues"] {
  const { clock, extension, status } = request;
  if (clock === undefined || extension !== undefined) return undefined;
  if (!isIn(LIFECYCLE.askExtension.from, status)) return undefined;
  if (!relationsOf(reader, request).has("postHolder")) return undefined;
  return Array.from(
    { length: context.limits.extensionDays },
    (_, index) =>
      sumOf(withLength(clock, "extended", index + 1, now), context.calendar, context.limits, now).dueOn,
  ).filter((on) => on !== undefined);
}

function presentUrges(request: RequestDocument, { reader, now }: Presentation): RequestDetail["urges"] {
  return (request.urges ?? []).map(({ id, at, note, answeredAt, answeredByName, promisedOn, answer }) => ({
    id,
    at: at.toISOString(),
    note,
    answeredAt: text(answeredAt),
    answeredBy: answeredByName && staffName(answeredByName, request, reader),
    answer,
    promise:
      promisedOn === undefined
        ? undefined
        : { on: promisedOn, state: promiseState(promisedOn, request.completedAt, now) },
  }));
}

/** When the requester may urge, and how often still; nothing for anybody else or once it is closed. */
function presentUrging(request: RequestDocument, { reader, context }: Presentation): RequestDetail["urging"] {
  if (seesAsStaff(reader, request) || !isIn(URGEABLE_STATUSES, request.status)) return undefined;
  const { urgeFrom } = request;
  const comes = urgeFrom !== undefined && urgeFrom < NEVER_DUE;
  return {
    from: comes ? urgeFrom.toISOString() : undefined,
    left: Math.max(context.limits.urgesPerRequest - (request.urges?.length ?? 0), 0),
  };
}

function presentSupervisions(request: RequestDocument, now: Date): RequestDetail["supervisions"] {
  return (request.supervisions ?? []).map((one) => ({
    id: one.id,
    at: one.at.toISOString(),
    by: one.byName,
    office: one.office,
    note: one.note,
    dueAt: one.dueAt.toISOString(),
    late: (one.answeredAt ?? one.closedAt ?? now) > one.dueAt,
    answeredAt: text(one.answeredAt),
    answeredBy: one.answeredByName,
    answer: one.answer,
    closedAt: text(one.closedAt),
  }));
}

function presentShared(part: SharedWork, { reader, now }: Presentation) {
  return {
    id: part.id,
    at: part.at.toISOString(),
    by: part.byName,
    office: part.holder.office,
    postId: part.postId,
    holderName: part.holder.name,
    dueAt: part.dueAt.toISOString(),
    late: (part.answeredAt ?? part.endedAt ?? now) > part.dueAt,
    answeredAt: text(part.answeredAt),
    answeredBy: part.answeredByName,
    answer: part.answer,
    endedAt: text(part.endedAt),
    mine: isOpen(part) && holdsPart(reader, part),
  };
}

function presentIntake(request: RequestDocument, { reader }: Presentation): RequestDetail["intake"] {
  const { intake } = request;
  if (intake === undefined) return undefined;
  return {
    by: staffName(intake.name, request, reader),
    office: intake.office,
    at: intake.at.toISOString(),
    consentsOnPaper: Object.fromEntries(intake.consentsOnPaper.map((purpose) => [purpose, true])),
  };
}

/** The work beside the straight line, as this reader may see it. What staff ask each other, only staff see. */
export function presentCaseWork(request: RequestDocument, presentation: Presentation): CaseWorkView {
  const asStaff = seesAsStaff(presentation.reader, request);
  const { transfer } = request;
  return {
    extension: presentExtension(request, presentation),
    extensionDues: presentExtensionDues(request, presentation),
    urges: presentUrges(request, presentation),
    urging: presentUrging(request, presentation),
    supervisions: asStaff ? presentSupervisions(request, presentation.now) : [],
    consultations: asStaff
      ? (request.consultations ?? []).map((part) => ({
          ...presentShared(part, presentation),
          question: part.question,
        }))
      : [],
    subtasks: asStaff
      ? (request.subtasks ?? []).map((part) => ({
          ...presentShared(part, presentation),
          task: part.task,
          signedAt: text(part.signedAt),
        }))
      : [],
    transfer: transfer && { office: transfer.office, phone: transfer.phone },
    intake: presentIntake(request, presentation),
  };
}

/** Marks of a row or card: solved, 督办中, the last promise. */
export function presentMarks(
  request: RequestDocument,
  asStaff: boolean,
  now: Date,
): Pick<RequestSummary, "solved" | "supervised" | "promise"> {
  const on = request.urges?.findLast(({ promisedOn }) => promisedOn !== undefined)?.promisedOn;
  return {
    solved: request.solved,
    supervised: asStaff && isSupervised(request) ? true : undefined,
    promise: on === undefined ? undefined : { on, state: promiseState(on, request.completedAt, now) },
  };
}

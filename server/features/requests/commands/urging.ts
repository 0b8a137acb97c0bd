import { addDays, dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { CASE_WORK_BOUNDS } from "@talent/shared/domain/caseWork";
import { AppError, invalidField } from "../../../platform/errors";
import type { Moment, Step } from "../change";
import type { RequestDocument } from "../document";
import { closeAfter } from "../rules/clock";
import { nextId, openSupervision, openUrge, withPart } from "../rules/caseWork";

/** Urges 催办: whoever has the case is told and owes a dated promise. */
export function urge(request: RequestDocument, now: Date, note: string | undefined): Step {
  const urges = request.urges ?? [];
  return {
    type: "urged",
    note,
    set: { urges: [...urges, { id: nextId("u", urges), at: now, note }] },
  };
}

/**
 * Answers the open urge with a dated promise that the talent sees.
 * @throws AppError `invalid_input` for a day that is past or too far away
 */
export function answerUrge(
  request: RequestDocument,
  { context, reader, now }: Moment,
  { promisedOn, note }: { promisedOn: string; note: string },
): Step {
  const open = openUrge(request.urges);
  if (open === undefined) throw new AppError("state_changed", "no urge waits");
  const todayOn = dateInShanghai(now);
  if (promisedOn < todayOn) throw invalidField("body.promisedOn", "past");
  if (promisedOn > addDays(todayOn, CASE_WORK_BOUNDS.promiseDays))
    throw invalidField("body.promisedOn", "too_far");
  const answer = { answeredAt: now, answeredByName: reader.name, promisedOn, answer: note };
  return {
    type: "urgeAnswered",
    note,
    noticeDueAt: instantInShanghai(promisedOn, context.limits.closeOfDay),
    set: { urges: withPart(request.urges, open.id, answer) },
  };
}

/** Supervises 督办: whoever has the case owes an answer within some working days (§6.3.1). */
export function supervise(
  request: RequestDocument,
  { context, reader, now }: Moment,
  { note, workingDays }: { note: string; workingDays?: number | undefined },
): Step {
  const { calendar, limits } = context;
  const supervisions = request.supervisions ?? [];
  const dueAt = closeAfter(calendar, limits, now, workingDays ?? limits.supervisionDays);
  const supervision = {
    id: nextId("v", supervisions),
    at: now,
    byId: reader.accountId,
    byName: reader.name,
    office: reader.office,
    note,
    dueAt,
  };
  return {
    type: "supervised",
    audience: "staff",
    note,
    noticeDueAt: dueAt,
    set: { supervisions: [...supervisions, supervision] },
  };
}

function supervision(request: RequestDocument) {
  const open = openSupervision(request.supervisions);
  if (open === undefined) throw new AppError("state_changed", "no supervision waits");
  return open;
}

export function answerSupervision(request: RequestDocument, { reader, now }: Moment, answer: string): Step {
  const changes = { answeredAt: now, answeredByName: reader.name, answer };
  return {
    type: "supervisionAnswered",
    audience: "staff",
    note: answer,
    set: { supervisions: withPart(request.supervisions, supervision(request).id, changes) },
  };
}

/** Ends a supervision, answered or not. */
export function closeSupervision(request: RequestDocument, now: Date, note: string | undefined): Step {
  return {
    type: "supervisionClosed",
    audience: "staff",
    note,
    set: { supervisions: withPart(request.supervisions, supervision(request).id, { closedAt: now }) },
  };
}

import type { ComplaintDetail, ComplaintSummary } from "@talent/shared/contract/schemas/complaints";
import { RESULTS_OF_KIND } from "@talent/shared/domain/complaints";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { maskName } from "@talent/shared/domain/masking";
import type { Reader } from "../../platform/auth/reader";
import type { ComplaintContext } from "./context";
import type { ComplaintAnswer, ComplaintDocument, ComplaintEvent, StaffRef } from "./document";
import { actionsOf } from "./policy";
import { closingDay, dueOf } from "./rules/clock";

/** Somebody who signed in with WeChat and is no talent and no staff. */
const NOT_KNOWN = "微信用户";

/** How a reader is shown the staff: whoever wrote it sees names masked. */
type Naming = (person: Pick<StaffRef, "name" | "office">) => string;

function namingFor(reader: Reader, complaint: ComplaintDocument): Naming {
  const masked = reader.accountId === complaint.fromAccountId;
  return ({ name, office }) => [office, masked ? maskName(name) : name].filter(Boolean).join(" ");
}

function dueFields(
  complaint: ComplaintDocument,
  { settings }: ComplaintContext,
  now: Date,
): Pick<ComplaintSummary, "dueOn" | "standing"> {
  if (complaint.lane !== "open" || complaint.clock === undefined) return {};
  const { dueAt, warnAt } = dueOf(complaint.clock, settings());
  const standing = now >= dueAt ? "overdue" : now >= warnAt ? "dueSoon" : "inTime";
  return { dueOn: dateInShanghai(dueAt), standing };
}

/** A row of a list. */
export function presentSummary(
  complaint: ComplaintDocument,
  reader: Reader,
  context: ComplaintContext,
  now: Date,
): ComplaintSummary {
  const { request, investigator } = complaint;
  const nameOf = namingFor(reader, complaint);
  return {
    id: complaint._id.toHexString(),
    number: complaint.number,
    kind: complaint.kind,
    about: complaint.about,
    text: complaint.text,
    from: complaint.fromName || NOT_KNOWN,
    at: complaint.createdAt.toISOString(),
    status: complaint.status,
    round: complaint.round,
    ...dueFields(complaint, context, now),
    ...(request === undefined ? {} : { request }),
    ...(investigator === undefined ? {} : { investigator: nameOf(investigator) }),
  };
}

function presentAnswer(answer: ComplaintAnswer, nameOf: Naming): ComplaintDetail["answers"][number] {
  const { round, result, text, measures, by, at, reply } = answer;
  return {
    round,
    result,
    text,
    ...(measures === undefined ? {} : { measures }),
    by: nameOf(by),
    at: at.toISOString(),
    ...(reply === undefined ? {} : { reply: { ...reply, at: reply.at.toISOString() } }),
  };
}

function presentEvent(event: ComplaintEvent, nameOf: Naming): ComplaintDetail["timeline"][number] {
  return {
    id: event.id,
    type: event.type,
    at: event.at.toISOString(),
    who: event.side === "staff" ? nameOf({ name: event.byName, office: event.office }) : "",
    ...(event.note === undefined ? {} : { note: event.note }),
    staffOnly: event.staffOnly,
  };
}

/** One complaint as this reader may see it: its writer never sees the notes of the staff. */
export function presentDetail(
  complaint: ComplaintDocument,
  reader: Reader,
  context: ComplaintContext,
  now: Date,
): ComplaintDetail {
  const nameOf = namingFor(reader, complaint);
  const writer = reader.accountId === complaint.fromAccountId;
  const answeredAt = complaint.answers.at(-1)?.at;
  return {
    ...presentSummary(complaint, reader, context, now),
    answers: complaint.answers.map((answer) => presentAnswer(answer, nameOf)),
    timeline: complaint.timeline
      .filter((event) => !writer || !event.staffOnly)
      .map((event) => presentEvent(event, nameOf)),
    ...(complaint.status === "answered" && answeredAt !== undefined
      ? { closesOn: closingDay(answeredAt, context.settings()) }
      : {}),
    can: actionsOf(reader, complaint),
    results: [...RESULTS_OF_KIND[complaint.kind]],
  };
}

import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { ComplaintEventType } from "@talent/shared/domain/complaints";
import type { NoticeType } from "@talent/shared/domain/notices";
import { COMPLAINT_KIND_LABELS } from "@talent/shared/labels/complaints";
import { entriesOf, type OutboxEntry } from "../../platform/database/outbox";
import type { ComplaintDocument, ComplaintEvent } from "./document";

interface Audience {
  /** The complaint as it will be. */
  complaint: ComplaintDocument;
  /** Specialists who answer for it. */
  covering: readonly string[];
}
type Recipients = (audience: Audience) => readonly (string | undefined)[];

const toWriter: Recipients = ({ complaint }) => [complaint.fromAccountId];
const toInvestigator: Recipients = ({ complaint }) => [complaint.investigator?.accountId];
const toCovering: Recipients = ({ covering }) => covering;
const toWorker: Recipients = ({ complaint }) => [
  complaint.investigator?.accountId ?? complaint.acceptedBy?.accountId,
];
const toEverybody: Recipients = (audience) => [
  ...toInvestigator(audience),
  audience.complaint.acceptedBy?.accountId,
  ...toCovering(audience),
];

/** Who is told what when something happens to a complaint. */
const NOTICES: Readonly<
  Partial<Record<ComplaintEventType, readonly { type: NoticeType; to: Recipients }[]>>
> = {
  received: [{ type: "complaintReceived", to: toCovering }],
  accepted: [{ type: "complaintAccepted", to: toWriter }],
  assigned: [{ type: "complaintAssigned", to: toInvestigator }],
  answered: [{ type: "complaintAnswered", to: toWriter }],
  disagreed: [{ type: "complaintReviewAsked", to: toCovering }],
  withdrawn: [{ type: "complaintWithdrawn", to: toWorker }],
  acceptanceLate: [{ type: "complaintLateForStaff", to: toCovering }],
  dueSoon: [{ type: "complaintDueSoon", to: toWorker }],
  late: [
    { type: "complaintLate", to: toWriter },
    { type: "complaintLateForStaff", to: toEverybody },
  ],
  closedByTime: [{ type: "complaintClosed", to: toWriter }],
};

/**
 * The notices of one event, ready for the outbox: each person once per type, never whoever did it.
 * @param dueAt when the running limit ends, where one runs
 */
export function noticesFor(
  event: ComplaintEvent,
  audience: Audience,
  dueAt: Date | undefined,
): OutboxEntry[] {
  const { complaint } = audience;
  const answer = complaint.answers.at(-1);
  const values: Record<string, string> = {
    number: complaint.number,
    itemName: COMPLAINT_KIND_LABELS[complaint.kind].zh,
    itemNameEn: COMPLAINT_KIND_LABELS[complaint.kind].en,
    maskedName: complaint.fromName,
    office: event.side === "staff" ? event.office : (complaint.acceptedBy?.office ?? ""),
    ...(dueAt === undefined ? {} : { dueOn: dateInShanghai(dueAt) }),
    ...(event.type === "answered" && answer !== undefined ? { note: answer.text } : {}),
    ...(event.type === "disagreed" && event.note !== undefined ? { reason: event.note } : {}),
  };
  const told = (NOTICES[event.type] ?? []).map(({ type, to }) => ({ type, recipients: to(audience) }));
  return entriesOf(event, told, values);
}

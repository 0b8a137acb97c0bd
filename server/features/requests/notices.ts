import { dateInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";
import { RETURNS_WITHOUT_SUPERVISOR } from "@talent/shared/domain/caseWork";
import type { NoticeType } from "@talent/shared/domain/notices";
import { entriesOf, type OutboxEntry } from "../../platform/database/outbox";
import { CASE_WORK_NOTICES, toNewSubtaskHolders } from "./caseWorkNotices";
import type { RequestDocument, TimelineEvent, TimelineType } from "./document";

/** Everybody a transition may concern, found before the write. */
export interface Audience {
  /** The request as it will be. */
  request: RequestDocument;
  /** The request as it was. */
  before: RequestDocument;
  /** Specialists whose scope covers it. */
  specialists: readonly string[];
  /** Those of them who supervise it. */
  supervisors: readonly string[];
}

export type Recipients = (audience: Audience) => readonly (string | undefined)[];

const toRequester: Recipients = ({ request }) => [request.requesterAccountId];
const toHolder: Recipients = ({ request, before }) => [(request.holder ?? before.holder)?.accountId];
const toAccepter: Recipients = ({ request, specialists }) =>
  request.specialist === undefined ? specialists : [request.specialist.accountId];
const toAsker: Recipients = ({ before }) => [before.supplements.at(-1)?.askedById];
const toSupervisorsOnceMore: Recipients = ({ request, supervisors }) =>
  (request.returns ?? 0) > RETURNS_WITHOUT_SUPERVISOR ? supervisors : [];
const toWorkers: Recipients = (audience) => [
  ...toHolder(audience),
  ...(audience.request.specialist === undefined ? [] : toAccepter(audience)),
];

/** Who is told what when something happens to a request. */
const NOTICES: Readonly<Partial<Record<TimelineType, readonly { type: NoticeType; to: Recipients }[]>>> = {
  submitted: [{ type: "newRequestForSpecialist", to: ({ specialists }) => specialists }],
  accepted: [{ type: "requestAccepted", to: toRequester }],
  rejected: [{ type: "requestRejected", to: toRequester }],
  outOfScope: [{ type: "requestOutOfScope", to: toRequester }],
  supplementAsked: [{ type: "supplementAsked", to: toRequester }],
  supplementAnswered: [{ type: "supplementAnswered", to: toAsker }],
  dispatched: [
    { type: "newCaseForHolder", to: toHolder },
    { type: "requestDispatched", to: toRequester },
    { type: "subtaskAssigned", to: toNewSubtaskHolders },
  ],
  signed: [{ type: "requestSigned", to: toRequester }],
  returned: [
    { type: "caseReturned", to: toAccepter },
    { type: "caseReturnedAgain", to: toSupervisorsOnceMore },
  ],
  progress: [{ type: "progressRecorded", to: toRequester }],
  completed: [
    { type: "requestCompleted", to: toRequester },
    { type: "ratingInvited", to: toRequester },
  ],
  withdrawn: [{ type: "requestWithdrawn", to: toWorkers }],
  reopened: [{ type: "requestReopened", to: toWorkers }],
  ...CASE_WORK_NOTICES,
};

function transferText(transfer: RequestDocument["transfer"]): string | undefined {
  if (transfer === undefined) return undefined;
  return transfer.phone === undefined ? transfer.office : `${transfer.office}，电话 ${transfer.phone}`;
}

/** What notices about a request may say. */
export function valuesOf(
  request: RequestDocument,
  event: TimelineEvent,
  dueAt: Date | undefined,
): Record<string, string> {
  const values: Record<string, string | undefined> = {
    number: request.number,
    itemName: request.item.name.zh,
    itemNameEn: request.item.name.en,
    maskedName: request.applicant.maskedName,
    category: request.applicant.category,
    office: event.side === "staff" ? event.office : request.holder?.office,
    who: event.byName,
    at: event.at.toISOString(),
    dueOn: dueAt === undefined ? undefined : dateInShanghai(dueAt),
    dueTime: dueAt === undefined ? undefined : timeInShanghai(dueAt),
    transfer: transferText(request.transfer),
    note: event.note,
    reason: request.reason ?? event.note,
    responsible: request.responsible,
    holderOffice: request.holder?.office,
    count: event.count === undefined ? undefined : String(event.count),
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * The notices of one event, ready for the outbox: each person once per type, never whoever did it.
 * @param dueAt when the running limit ends, where one runs
 */
export function noticesFor(event: TimelineEvent, audience: Audience, dueAt: Date | undefined): OutboxEntry[] {
  const values = valuesOf(audience.request, event, dueAt);
  const told = (NOTICES[event.type] ?? []).map(({ type, to }) => ({ type, recipients: to(audience) }));
  return entriesOf(event, told, values);
}

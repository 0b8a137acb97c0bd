import type { NoticeType } from "@talent/shared/domain/notices";
import type { TimelineType } from "./document";
import type { Recipients } from "./notices";

const toRequester: Recipients = ({ request }) => [request.requesterAccountId];
const toHolder: Recipients = ({ request }) => [request.holder?.accountId];
/** Whoever decides on the case: the specialist who has taken it on. */
const toSpecialist: Recipients = ({ request, specialists }) =>
  request.specialist === undefined ? specialists : [request.specialist.accountId];
/** Whoever has the case now. */
const toWorker: Recipients = (audience) =>
  audience.request.holder === undefined ? toSpecialist(audience) : toHolder(audience);
const toSupervisor: Recipients = ({ request }) => [request.supervisions?.at(-1)?.byId];
const toConsulted: Recipients = ({ request }) => [request.consultations?.at(-1)?.holder.accountId];
/** Posts that got a part of the case just now. */
export const toNewSubtaskHolders: Recipients = ({ request, before }) =>
  (request.subtasks ?? []).slice(before.subtasks?.length ?? 0).map(({ holder }) => holder.accountId);

/** Who is told what of case work. */
export const CASE_WORK_NOTICES = {
  takenIn: [{ type: "requestTakenIn", to: toRequester }],
  itemChanged: [{ type: "requestItemChanged", to: toRequester }],
  extensionAsked: [{ type: "extensionAsked", to: toSpecialist }],
  extensionApproved: [
    { type: "extensionApproved", to: toHolder },
    { type: "limitExtended", to: toRequester },
  ],
  extensionRefused: [{ type: "extensionRefused", to: toHolder }],
  urged: [{ type: "caseUrged", to: toWorker }],
  urgeAnswered: [{ type: "urgeAnswered", to: toRequester }],
  supervised: [{ type: "caseSupervised", to: toWorker }],
  supervisionAnswered: [{ type: "supervisionAnswered", to: toSupervisor }],
  supervisionClosed: [{ type: "supervisionClosed", to: toWorker }],
  consulted: [{ type: "consultationAsked", to: toConsulted }],
  consultationAnswered: [{ type: "consultationAnswered", to: toHolder }],
  subtasksAdded: [{ type: "subtaskAssigned", to: toNewSubtaskHolders }],
  subtaskAnswered: [{ type: "subtaskAnswered", to: toHolder }],
} as const satisfies Partial<Record<TimelineType, readonly { type: NoticeType; to: Recipients }[]>>;

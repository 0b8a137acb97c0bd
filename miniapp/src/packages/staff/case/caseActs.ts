import type { EndpointName } from "@talent/shared/contract/index";
import type { RequestAction } from "@talent/shared/domain/lifecycle";

/** What staff can do to a case, and the endpoint of each. */
export const CASE_ENDPOINTS = {
  accept: "requests.accept",
  reject: "requests.reject",
  markOutOfScope: "requests.markOutOfScope",
  askSupplement: "requests.askSupplement",
  dispatch: "requests.dispatch",
  sign: "requests.sign",
  returnToDispatch: "requests.returnToDispatch",
  recordProgress: "requests.recordProgress",
  complete: "requests.complete",
  changeItem: "requests.changeItem",
  askExtension: "requests.askExtension",
  approveExtension: "requests.approveExtension",
  refuseExtension: "requests.refuseExtension",
  answerUrge: "requests.answerUrge",
  supervise: "requests.supervise",
  answerSupervision: "requests.answerSupervision",
  closeSupervision: "requests.closeSupervision",
  consult: "requests.consult",
  answerConsultation: "requests.answerConsultation",
  addSubtasks: "requests.addSubtasks",
  signSubtask: "requests.signSubtask",
  answerSubtask: "requests.answerSubtask",
} as const satisfies Partial<Record<RequestAction, EndpointName>>;

export type CaseAction = keyof typeof CASE_ENDPOINTS;

/** Acts that need nothing but the tap. */
const DIRECT = ["accept", "sign", "signSubtask"] as const satisfies readonly CaseAction[];
export type DirectAction = (typeof DIRECT)[number];

/** Acts that ask for words or a choice before they are done. */
export type AskingAction = Exclude<CaseAction, DirectAction>;

/** Somebody waits for these: they come before what can be done at any time. */
const AWAITED: readonly CaseAction[] = [
  "approveExtension",
  "refuseExtension",
  "answerConsultation",
  "signSubtask",
  "answerSubtask",
  "answerSupervision",
  "answerUrge",
];

/** Parameter of the case page that begins an urge at once. */
export const URGE = "urge";

/** What the key `U` leads to: the answer that is owed, or else a supervision. */
export const URGING_ACTIONS = [
  "answerUrge",
  "answerSupervision",
  "supervise",
] as const satisfies readonly CaseAction[];

export function isCaseAction(action: RequestAction): action is CaseAction {
  return action in CASE_ENDPOINTS;
}

export function isDirect(action: CaseAction): action is DirectAction {
  return (DIRECT as readonly CaseAction[]).includes(action);
}

/** What the server allows, with what others wait for in front; otherwise in the server's order. */
export function awaitedFirst<T extends { action: RequestAction }>(permitted: readonly T[]): T[] {
  const awaited = (entry: T) => isCaseAction(entry.action) && AWAITED.includes(entry.action);
  return [...permitted.filter(awaited), ...permitted.filter((entry) => !awaited(entry))];
}

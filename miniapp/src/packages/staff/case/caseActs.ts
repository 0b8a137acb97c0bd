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
} as const satisfies Partial<Record<RequestAction, EndpointName>>;

export type CaseAction = keyof typeof CASE_ENDPOINTS;

/** Acts that need nothing but the tap. */
const DIRECT = ["accept", "sign"] as const satisfies readonly CaseAction[];
export type DirectAction = (typeof DIRECT)[number];

/** Acts that ask for words or a choice before they are done. */
export type AskingAction = Exclude<CaseAction, DirectAction>;

export function isCaseAction(action: RequestAction): action is CaseAction {
  return action in CASE_ENDPOINTS;
}

export function isDirect(action: CaseAction): action is DirectAction {
  return (DIRECT as readonly CaseAction[]).includes(action);
}

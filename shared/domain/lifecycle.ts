import {
  EXTENSION_STATUSES,
  SHARED_WORK_STATUSES,
  SUPERVISED_STATUSES,
  URGEABLE_STATUSES,
  URGE_ANSWER_STATUSES,
} from "./caseWork";
import { OPEN_STATUSES, type RequestStatus } from "./requestStatus";

/** Everything that can be done to a request. */
export const REQUEST_ACTIONS = [
  "saveDraft",
  "discardDraft",
  "submit",
  "accept",
  "reject",
  "markOutOfScope",
  "askSupplement",
  "answerSupplement",
  "dispatch",
  "sign",
  "returnToDispatch",
  "recordProgress",
  "complete",
  "withdraw",
  "reopen",
  "rate",
  "takeIn",
  "changeItem",
  "askExtension",
  "approveExtension",
  "refuseExtension",
  "urge",
  "answerUrge",
  "supervise",
  "answerSupervision",
  "closeSupervision",
  "consult",
  "answerConsultation",
  "addSubtasks",
  "signSubtask",
  "answerSubtask",
] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

/** Whoever stands in this relation to the request may act. */
export type Actor =
  /** the person who asks for the service, or who asked for them */
  | "requester"
  /** a specialist whose scope covers the request */
  | "specialist"
  /** the person on duty at the post that has the request */
  | "postHolder"
  /** a municipal specialist, who supervises (§6.6.2 a) */
  | "supervisor"
  /** the specialist at whose window the request was begun (§6.2.1) */
  | "intake"
  /** the person at a post of another department that was asked a question inside the case */
  | "consulted"
  /** the person at a post that has a sub-task of the case */
  | "subtaskHolder";

export interface Transition {
  from: readonly RequestStatus[];
  /** `"previous"` = back to the state in which the supplement was asked; `"same"` = the state stays. */
  to: RequestStatus | "previous" | "same";
  by: readonly Actor[];
  /** What must come with it; the endpoint's schema gives the shapes. */
  needs: readonly string[];
}

type CaseWork =
  | "takeIn"
  | "changeItem"
  | "askExtension"
  | "approveExtension"
  | "refuseExtension"
  | "urge"
  | "answerUrge"
  | "supervise"
  | "answerSupervision"
  | "closeSupervision"
  | "consult"
  | "answerConsultation"
  | "addSubtasks"
  | "signSubtask"
  | "answerSubtask";

/** An act that leaves the state as it is. */
const within = (
  from: readonly RequestStatus[],
  by: readonly Actor[],
  needs: readonly string[] = [],
): Transition => ({ from, to: "same", by, needs });

/** Work beside the straight line: more time, urging, supervision, other departments, the window. */
const CASE_WORK: Readonly<Record<CaseWork, Transition>> = {
  takeIn: { from: ["draft"], to: "submitted", by: ["intake"], needs: ["points", "materials", "consents"] },
  changeItem: within(["submitted", "accepted"], ["specialist"], ["itemId", "reason"]),
  askExtension: within(["handling"], ["postHolder"], ["workingDays", "reason"]),
  approveExtension: within(EXTENSION_STATUSES, ["specialist"]),
  refuseExtension: within(EXTENSION_STATUSES, ["specialist"], ["reason"]),
  urge: within(URGEABLE_STATUSES, ["requester"]),
  answerUrge: within(URGE_ANSWER_STATUSES, ["postHolder", "specialist"], ["promisedOn", "note"]),
  supervise: within(OPEN_STATUSES, ["supervisor"], ["note"]),
  answerSupervision: within(SUPERVISED_STATUSES, ["postHolder", "specialist"], ["answer"]),
  closeSupervision: within(SUPERVISED_STATUSES, ["supervisor"]),
  consult: within(["handling"], ["postHolder"], ["postId", "question"]),
  answerConsultation: within(SHARED_WORK_STATUSES, ["consulted"], ["answer"]),
  addSubtasks: within(["dispatched", "handling"], ["specialist"], ["subtasks"]),
  signSubtask: within(SHARED_WORK_STATUSES, ["subtaskHolder"]),
  answerSubtask: within(SHARED_WORK_STATUSES, ["subtaskHolder"], ["answer"]),
};

/**
 * The lifecycle of a request: for every action from which states, to which state, by whom and with what.
 * The server's policy and the screens' actions are both read from this table.
 */
export const LIFECYCLE: Readonly<Record<RequestAction, Transition>> = {
  saveDraft: { from: ["draft"], to: "same", by: ["requester", "intake"], needs: [] },
  discardDraft: { from: ["draft"], to: "same", by: ["requester", "intake"], needs: [] },
  submit: { from: ["draft"], to: "submitted", by: ["requester"], needs: ["points", "materials", "consents"] },
  accept: { from: ["submitted"], to: "accepted", by: ["specialist"], needs: [] },
  reject: { from: ["submitted", "accepted"], to: "rejected", by: ["specialist"], needs: ["reason"] },
  markOutOfScope: {
    from: ["submitted", "accepted"],
    to: "outOfScope",
    by: ["specialist"],
    needs: ["reason", "responsible"],
  },
  askSupplement: {
    from: ["submitted", "accepted", "handling"],
    to: "supplementing",
    by: ["specialist", "postHolder"],
    needs: ["items"],
  },
  answerSupplement: {
    from: ["supplementing"],
    to: "previous",
    by: ["requester", "intake"],
    needs: ["materials"],
  },
  dispatch: { from: ["accepted"], to: "dispatched", by: ["specialist"], needs: ["postId"] },
  sign: { from: ["dispatched", "reopened"], to: "handling", by: ["postHolder"], needs: [] },
  returnToDispatch: {
    from: ["dispatched", "handling"],
    to: "accepted",
    by: ["postHolder"],
    needs: ["reason"],
  },
  recordProgress: { from: ["handling"], to: "same", by: ["postHolder"], needs: ["note"] },
  complete: { from: ["handling"], to: "completed", by: ["postHolder"], needs: ["answers"] },
  withdraw: {
    from: ["submitted", "accepted", "dispatched", "handling", "supplementing", "reopened"],
    to: "withdrawn",
    by: ["requester"],
    needs: [],
  },
  reopen: { from: ["completed"], to: "reopened", by: ["requester"], needs: ["reason"] },
  rate: { from: ["completed"], to: "same", by: ["requester"], needs: ["level"] },
  ...CASE_WORK,
};

/** Supplement notices that a handler may send without a supervisor: everything missing at once (§6.6.2 a). */
export const SUPPLEMENTS_WITHOUT_SUPERVISOR = 1;

/** Outcome of one point of a request. Only `done` counts as solved. */
export const POINT_OUTCOMES = ["done", "partly", "notPossible"] as const;
export type PointOutcome = (typeof POINT_OUTCOMES)[number];

/** How a request came in. */
export const REQUEST_SOURCES = ["talent", "employerLiaison", "specialist"] as const;
export type RequestSource = (typeof REQUEST_SOURCES)[number];

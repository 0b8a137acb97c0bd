import { OPEN_STATUSES, type RequestStatus } from "./requestStatus";

/** What became of a request for more time. */
export const EXTENSION_STATES = ["asked", "approved", "refused"] as const;
export type ExtensionState = (typeof EXTENSION_STATES)[number];

/** How a paper document was shown at the window. */
export const PAPER_FORMS = ["original", "copy"] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** A paper document that was seen at the window instead of being uploaded (DB50/T 1733 §6.2.1). */
export interface PaperMaterial {
  materialKey: string;
  seen: PaperForm;
}

/** What may be wrong with the answers of a completion. Each needs a confirmation, none forbids it. */
export const REPLY_WARNINGS = [
  "tooShort",
  "copiedFromPoint",
  "copiedFromRequest",
  "referredOnly",
  "ignoresPoint",
] as const;
export type ReplyWarning = (typeof REPLY_WARNINGS)[number];

/** Why a case stands on somebody's list of things to do. */
export const WAITING_KINDS = [
  "extension",
  "urge",
  "supervision",
  "supervisionAnswered",
  "consultation",
  "subtask",
  "returnedTwice",
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** Messages of case work. */
export const CASE_WORK_NOTICE_TYPES = [
  "requestTakenIn",
  "requestItemChanged",
  "extensionAsked",
  "extensionApproved",
  "limitExtended",
  "extensionRefused",
  "caseUrged",
  "urgeAnswered",
  "caseSupervised",
  "supervisionAnswered",
  "supervisionClosed",
  "consultationAsked",
  "consultationAnswered",
  "subtaskAssigned",
  "subtaskAnswered",
  "caseReturnedAgain",
] as const;

/** A second return of the same case goes to the supervisor, who dispatches it. */
export const RETURNS_WITHOUT_SUPERVISOR = 1;

/** Bounds of case work. */
export const CASE_WORK_BOUNDS = {
  /** Open questions to other departments at one time. */
  consultations: 5,
  subtasks: 6,
  /** Working days that may be given for an answer. */
  answerDays: 15,
  /** Calendar days ahead that may be promised. */
  promiseDays: 60,
} as const;

type Group = readonly RequestStatus[];

/** The talent may urge: somebody of the platform has the next step. */
export const URGEABLE_STATUSES = [
  "submitted",
  "accepted",
  "dispatched",
  "handling",
  "reopened",
] as const satisfies Group;

/** An urge may be answered. */
export const URGE_ANSWER_STATUSES = [...URGEABLE_STATUSES, "supplementing"] as const satisfies Group;

/** A supervision runs on beyond completion, until the supervisor ends it. */
export const SUPERVISED_STATUSES = [...OPEN_STATUSES, "completed"] as const satisfies Group;

/** An extension that was asked for may be decided. */
export const EXTENSION_STATUSES = ["handling", "supplementing"] as const satisfies Group;

/** The specialist at the window may add photographs of papers. */
export const PAPER_STATUSES = ["draft", "submitted", "accepted", "supplementing"] as const satisfies Group;

/** Other posts work on the case beside the one that has it. */
export const SHARED_WORK_STATUSES = [
  "dispatched",
  "handling",
  "supplementing",
  "reopened",
] as const satisfies Group;

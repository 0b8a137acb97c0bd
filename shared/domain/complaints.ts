/** A complaint 投诉 or a suggestion 建议 (DB50/T 1733 §6.5.4). */
export const COMPLAINT_KINDS = ["complaint", "suggestion"] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** What it is about: the office that handles a request, the platform that accepted it, or the service as a whole. */
export const COMPLAINT_SUBJECTS = ["handling", "acceptance", "service"] as const;
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

/** Accept → investigate → handle → feed back → archive, as GB/T 36113 names the steps of a service centre. */
export const COMPLAINT_STATUSES = [
  "received",
  "accepted",
  "investigating",
  "answered",
  "closed",
  "archived",
  "withdrawn",
] as const;
export type ComplaintStatus = (typeof COMPLAINT_STATUSES)[number];

/** Somebody of the platform owes the next step. */
export const OPEN_COMPLAINT_STATUSES = [
  "received",
  "accepted",
  "investigating",
] as const satisfies readonly ComplaintStatus[];

/** Parts of the list of the staff. */
export const COMPLAINT_LANES = ["open", "answered", "done"] as const;
export type ComplaintLane = (typeof COMPLAINT_LANES)[number];

export const LANE_OF_COMPLAINT: Readonly<Record<ComplaintStatus, ComplaintLane>> = {
  received: "open",
  accepted: "open",
  investigating: "open",
  answered: "answered",
  closed: "done",
  archived: "done",
  withdrawn: "done",
};

/** What was found: for a complaint whether it is founded, for a suggestion whether it is taken up. */
export const COMPLAINT_RESULTS = ["founded", "partly", "unfounded", "taken", "notTaken"] as const;
export type ComplaintResult = (typeof COMPLAINT_RESULTS)[number];

export const RESULTS_OF_KIND: Readonly<Record<ComplaintKind, readonly ComplaintResult[]>> = {
  complaint: ["founded", "partly", "unfounded"],
  suggestion: ["taken", "notTaken"],
};

/** Results that promise something: the answer says what is done. */
export const RESULTS_WITH_MEASURES: readonly ComplaintResult[] = ["founded", "partly", "taken"];

export const COMPLAINT_ACTIONS = [
  "accept",
  "assign",
  "note",
  "answer",
  "confirm",
  "disagree",
  "withdraw",
] as const;
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number];

/** Whoever stands in this relation to the complaint may act; never whoever it is about. */
export type ComplaintActor =
  | "writer"
  /** a specialist whose scope covers it */
  | "specialist"
  /** the person it was given to */
  | "investigator";

export interface ComplaintTransition {
  from: readonly ComplaintStatus[];
  to: ComplaintStatus | "same";
  by: readonly ComplaintActor[];
}

/** For every action from which states, to which state and by whom; the server and the screens both read it. */
export const COMPLAINT_LIFECYCLE: Readonly<Record<ComplaintAction, ComplaintTransition>> = {
  accept: { from: ["received"], to: "accepted", by: ["specialist"] },
  assign: { from: ["accepted", "investigating"], to: "investigating", by: ["specialist"] },
  note: { from: ["investigating"], to: "same", by: ["specialist", "investigator"] },
  answer: { from: ["accepted", "investigating"], to: "answered", by: ["specialist", "investigator"] },
  confirm: { from: ["answered"], to: "closed", by: ["writer"] },
  disagree: { from: ["answered"], to: "accepted", by: ["writer"] },
  withdraw: { from: OPEN_COMPLAINT_STATUSES, to: "withdrawn", by: ["writer"] },
};

/** Kinds that may be answered without somebody having looked into it. */
export const ANSWERED_AT_ONCE: readonly ComplaintKind[] = ["suggestion"];

/** The first answer and one second review by somebody else. */
export const MOST_COMPLAINT_ROUNDS = 2;

/** Events of a complaint, oldest first. */
export const COMPLAINT_EVENTS = [
  "received",
  "accepted",
  "assigned",
  "noted",
  "answered",
  "confirmed",
  "disagreed",
  "withdrawn",
  "acceptanceLate",
  "dueSoon",
  "late",
  "closedByTime",
  "archived",
] as const;
export type ComplaintEventType = (typeof COMPLAINT_EVENTS)[number];

/** Messages about complaints. */
export const COMPLAINT_NOTICES = [
  "complaintReceived",
  "complaintAccepted",
  "complaintAssigned",
  "complaintAnswered",
  "complaintReviewAsked",
  "complaintWithdrawn",
  "complaintDueSoon",
  "complaintLate",
  "complaintLateForStaff",
  "complaintClosed",
] as const;
export type ComplaintNotice = (typeof COMPLAINT_NOTICES)[number];

/** Time limits of complaints; numbers of working days unless they say otherwise. Defaults: an operator may set others. */
export interface ComplaintLimits {
  acceptanceDays: number;
  answerDays: number;
  /** A specialist may give a harder one more, up to this. */
  mostAnswerDays: number;
  /** Share of the limit after which whoever has it is warned. */
  warnShare: number;
  /** An answer without a reaction counts as taken note of after this. */
  closeAfterDays: number;
  /** Calendar days after the end until it goes to the archive. */
  archiveAfterDays: number;
}

/** The model is the practice of 12345 hotlines: accept within a day, an ordinary matter in 5, a hard one within 15. */
export const DEFAULT_COMPLAINT_LIMITS: ComplaintLimits = {
  acceptanceDays: 1,
  answerDays: 5,
  mostAnswerDays: 15,
  warnShare: 0.8,
  closeAfterDays: 10,
  archiveAfterDays: 30,
};

/** Bounds of what people write, in characters. */
export const COMPLAINT_BOUNDS = { text: 1000, answer: 1000, measures: 500, note: 500, reason: 300 } as const;

import { CASE_WORK_NOTICE_TYPES } from "./caseWork";
import { COMPLAINT_NOTICES } from "./complaints";
import { CYCLE_NOTICES } from "./cycleNotices";
import { POST_NOTICE_TYPES } from "./posts";
import { QUEUE_CONSENT_OCCASIONS, QUEUE_NOTICE_TYPES } from "./queueNotices";

/** States of a notice: our failure, the recipient's refusal and a lapsed reason are different ends. */
export const NOTICE_STATES = [
  "pending",
  "sending",
  "delivered",
  "noConsent",
  "failedTemporarily",
  "failedPermanently",
  "expired",
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const FINAL_NOTICE_STATES = [
  "delivered",
  "noConsent",
  "failedPermanently",
  "expired",
] as const satisfies readonly NoticeState[];

/** Messages of the request journey. The text and WeChat template of each are data of the notices feature. */
export const NOTICE_TYPES = [
  "requestAccepted",
  "requestRejected",
  "requestOutOfScope",
  "supplementAsked",
  "requestDispatched",
  "requestSigned",
  "requestCompleted",
  "ratingInvited",
  "newRequestForSpecialist",
  "newCaseForHolder",
  "caseReturned",
  "supplementAnswered",
  "requestWithdrawn",
  "requestReopened",
  "progressRecorded",
  ...CASE_WORK_NOTICE_TYPES,
  ...COMPLAINT_NOTICES,
  "limitNear",
  "acceptanceDelayed",
  "acceptanceOverdue",
  "signingOverdue",
  "requestDelayed",
  "caseOverdue",
  "caseStillOverdue",
  "answerOverdue",
  "promiseBroken",
  "promiseOverdue",
  "dueTimeMoved",
  ...QUEUE_NOTICE_TYPES,
  ...POST_NOTICE_TYPES,
  ...CYCLE_NOTICES,
] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** Taps at which consent for coming messages is asked. */
export const CONSENT_OCCASIONS = [
  "submitRequest",
  "answerSupplement",
  "writeComplaint",
  "startShift",
  ...QUEUE_CONSENT_OCCASIONS,
] as const;
export type ConsentOccasion = (typeof CONSENT_OCCASIONS)[number];

/** What WeChat's pop-up answers for a template. */
export const CONSENT_CHOICES = ["accept", "reject", "ban", "filter"] as const;
export type ConsentChoice = (typeof CONSENT_CHOICES)[number];

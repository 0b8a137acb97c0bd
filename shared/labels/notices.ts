import type { NoticeState, NoticeType } from "../domain/notices";
import type { accessEntrySchema } from "../contract/schemas/accounts";
import type * as z from "zod/mini";
import { both, type Labels } from "./bilingual";

/** Kinds of messages, as headings and filters. */
export const NOTICE_TYPE_LABELS: Labels<NoticeType> = {
  requestAccepted: both("申请已受理", "Request accepted"),
  requestRejected: both("申请没有受理", "Request not accepted"),
  requestOutOfScope: both("不属于服务范围", "Out of scope"),
  supplementAsked: both("请补材料", "Please send materials"),
  requestDispatched: both("已转给办理单位", "Sent to the department"),
  requestSigned: both("办理单位已签收", "The department has signed"),
  requestCompleted: both("已办结", "Completed"),
  ratingInvited: both("请您评价", "Please rate the service"),
  newRequestForSpecialist: both("新申请待受理", "New request to accept"),
  newCaseForHolder: both("新办件待签收", "New case to sign"),
  caseReturned: both("办件被退回", "Case returned"),
  supplementAnswered: both("材料已补齐", "Materials arrived"),
  requestWithdrawn: both("申请人已撤回", "Withdrawn by the applicant"),
  requestReopened: both("申请人要求重新办理", "Reopened by the applicant"),
  progressRecorded: both("办理有进展", "Progress on your request"),
  complaintAnswered: both("投诉建议已答复", "Your message was answered"),
};

export const NOTICE_STATE_LABELS: Labels<NoticeState> = {
  pending: both("待发送", "Pending"),
  sending: both("发送中", "Sending"),
  delivered: both("已送达", "Delivered"),
  noConsent: both("未授权，已进站内信", "No consent; in the inbox"),
  failedTemporarily: both("暂时失败，将重试", "Failed for now, will retry"),
  failedPermanently: both("永久失败", "Failed for good"),
  expired: both("已过期", "Expired"),
};

/** What somebody looked at, in "谁看过我的信息". */
export const ACCESS_LABELS: Labels<z.output<typeof accessEntrySchema>["what"]> = {
  talentRecord: both("查看人才信息", "Read your record"),
  request: both("查看办件", "Read your request"),
  material: both("查看材料", "Opened a material"),
  phone: both("查看完整电话号码", "Saw your full telephone number"),
  idNumber: both("查看完整证件号码", "Saw your full identity number"),
};

export const COMPLAINT_KIND_LABELS: Labels<"complaint" | "suggestion"> = {
  complaint: both("投诉", "Complaint"),
  suggestion: both("建议", "Suggestion"),
};

export const COMPLAINT_STATE_LABELS: Labels<"open" | "answered"> = {
  open: both("待答复", "Waiting for an answer"),
  answered: both("已答复", "Answered"),
};

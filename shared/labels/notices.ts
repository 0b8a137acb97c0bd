import type { NoticeState, NoticeType } from "../domain/notices";
import type { accessEntrySchema } from "../contract/schemas/accounts";
import type * as z from "zod/mini";
import { both, type Labels } from "./bilingual";
import { CASE_WORK_NOTICE_LABELS } from "./caseWork";
import { COMPLAINT_NOTICE_LABELS } from "./complaints";
import { CYCLE_NOTICE_LABELS } from "./cycles";
import { POST_NOTICE_LABELS } from "./posts";
import { QUEUE_NOTICE_LABELS } from "./queueNotices";
import { CLOCK_NOTICE_LABELS } from "./clock";

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
  ...CASE_WORK_NOTICE_LABELS,
  ...COMPLAINT_NOTICE_LABELS,
  ...CLOCK_NOTICE_LABELS,
  ...QUEUE_NOTICE_LABELS,
  ...POST_NOTICE_LABELS,
  ...CYCLE_NOTICE_LABELS,
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
  codeScan: both("核实人才码", "Verified your talent code"),
  codeScanOffline: both("核实人才码（当时没有网络）", "Verified your talent code without network"),
  codeRefused: both("有人出示您的码，没有通过", "Your code was shown and refused"),
  complaint: both("查看投诉建议", "Read your complaint or suggestion"),
  cycle: both("查看服务周期", "Read your service cycle"),
};

import type {
  ComplaintEventType,
  ComplaintKind,
  ComplaintLane,
  ComplaintNotice,
  ComplaintResult,
  ComplaintStatus,
  ComplaintSubject,
} from "../domain/complaints";
import { both, type Labels } from "./bilingual";

export const COMPLAINT_KIND_LABELS: Labels<ComplaintKind> = {
  complaint: both("投诉", "Complaint"),
  suggestion: both("建议", "Suggestion"),
};

export const COMPLAINT_SUBJECT_LABELS: Labels<ComplaintSubject> = {
  handling: both("办理单位", "The office that handles it"),
  acceptance: both("受理和转办", "Accepting and dispatching"),
  service: both("整个服务", "The service as a whole"),
};

export const COMPLAINT_STATUS_LABELS: Labels<ComplaintStatus> = {
  received: both("待受理", "Received"),
  accepted: both("已受理", "Accepted"),
  investigating: both("核查中", "Being looked into"),
  answered: both("已答复", "Answered"),
  closed: both("已结", "Closed"),
  archived: both("已归档", "Archived"),
  withdrawn: both("已撤回", "Withdrawn"),
};

export const COMPLAINT_LANE_LABELS: Labels<ComplaintLane> = {
  open: both("在办", "Open"),
  answered: both("已答复", "Answered"),
  done: both("已结", "Ended"),
};

export const COMPLAINT_RESULT_LABELS: Labels<ComplaintResult> = {
  founded: both("属实", "Founded"),
  partly: both("部分属实", "Partly founded"),
  unfounded: both("不属实", "Not founded"),
  taken: both("采纳", "Taken up"),
  notTaken: both("暂不采纳", "Not taken up"),
};

/** Lines of the history 经过. `{who}` is office and name. */
export const COMPLAINT_EVENT_SENTENCES: Labels<ComplaintEventType> = {
  received: both("提交", "Handed in"),
  accepted: both("{who}受理", "Accepted by {who}"),
  assigned: both("{who}安排核查", "{who} had it looked into"),
  noted: both("{who}记录核查情况", "Findings noted by {who}"),
  answered: both("{who}答复", "Answered by {who}"),
  confirmed: both("写信人对答复的意见", "What the writer says of the answer"),
  disagreed: both("写信人不满意，换人复核", "Not satisfied: somebody else looks again"),
  withdrawn: both("写信人撤回", "Withdrawn by the writer"),
  acceptanceLate: both("超过受理时限", "Accepting is late"),
  dueSoon: both("答复时限将到", "The answer is due soon"),
  late: both("超过答复时限", "The answer is late"),
  closedByTime: both("答复后没有新的意见，自动办结", "Closed: nothing more was said after the answer"),
  archived: both("归档", "Archived"),
};

export const COMPLAINT_NOTICE_LABELS: Labels<ComplaintNotice> = {
  complaintReceived: both("新的投诉建议", "New complaint or suggestion"),
  complaintAccepted: both("投诉建议已受理", "Your message was accepted"),
  complaintAssigned: both("请核查投诉建议", "Please look into it"),
  complaintAnswered: both("投诉建议已答复", "Your message was answered"),
  complaintReviewAsked: both("要求换人复核", "A second review is asked for"),
  complaintWithdrawn: both("写信人已撤回", "Withdrawn by the writer"),
  complaintDueSoon: both("答复时限将到", "The answer is due soon"),
  complaintLate: both("答复晚了", "Our answer is late"),
  complaintLateForStaff: both("投诉建议超时", "A complaint is late"),
  complaintClosed: both("投诉建议已结", "Your message was closed"),
};

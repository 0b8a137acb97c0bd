import type { ComplaintNotice } from "@talent/shared/domain/complaints";
import { COMPLAINT_NOTICE_LABELS } from "@talent/shared/labels/complaints";
import { progress, task, TASK, type NoticeTemplate } from "./form";

type Wechat = NoticeTemplate["wechat"];

/** A text with its title from the labels; staff can act on it. */
function say(
  type: ComplaintNotice,
  wechat: Wechat,
  zh: readonly string[],
  en: readonly string[],
): NoticeTemplate {
  const { zh: title, en: titleEn } = COMPLAINT_NOTICE_LABELS[type];
  return {
    title,
    text: zh,
    en: { title: titleEn, text: en },
    action: wechat.title === TASK ? "complaint" : "view",
    wechat,
  };
}

/** Texts about complaints and suggestions. */
export const COMPLAINT_TEMPLATES: Readonly<Record<ComplaintNotice, NoticeTemplate>> = {
  complaintReceived: say(
    "complaintReceived",
    task("待受理"),
    ["{maskedName}提交了{itemName}（{number}）。", "{dueDay}前受理。"],
    ["{maskedName} has written: {itemNameEn} {number}.", "Accept it by {dueDayEn}."],
  ),
  complaintAccepted: say(
    "complaintAccepted",
    progress("已受理"),
    ["您的{itemName}（{number}）由{office}受理。", "{dueDay}前答复您。"],
    ["{office} has accepted your message {number}.", "You get an answer by {dueDayEn}."],
  ),
  complaintAssigned: say(
    "complaintAssigned",
    task("待核查"),
    ["{itemName}（{number}）请您核查。", "{dueDay}前答复写信人。"],
    ["Please look into {number}.", "Answer the writer by {dueDayEn}."],
  ),
  complaintAnswered: say(
    "complaintAnswered",
    progress("已答复"),
    ["您的{itemName}（{number}）有了答复：{note}。", "满意或不满意，都请告诉我们。"],
    ["Your message {number} has an answer: {note}.", "Please say whether you are satisfied."],
  ),
  complaintReviewAsked: say(
    "complaintReviewAsked",
    task("要求复核"),
    [
      "{maskedName}对{itemName}（{number}）的答复不满意，请换人复核。",
      "原因：{reason}。",
      "{dueDay}前再次答复。",
    ],
    [
      "{maskedName} is not satisfied with the answer to {number}; somebody else looks again.",
      "Reason: {reason}.",
      "Answer again by {dueDayEn}.",
    ],
  ),
  complaintWithdrawn: say(
    "complaintWithdrawn",
    task("已撤回"),
    ["{maskedName}撤回了{itemName}（{number}），不用再办。"],
    ["{maskedName} has withdrawn {number}; nothing more is to be done."],
  ),
  complaintDueSoon: say(
    "complaintDueSoon",
    task("即将到期"),
    ["{itemName}（{number}）还没有答复，{dueDay}到期。"],
    ["{number} has no answer yet; it is due on {dueDayEn}."],
  ),
  complaintLate: say(
    "complaintLate",
    progress("答复延迟"),
    ["对不起，您的{itemName}（{number}）没有按时答复。", "已经通知负责人，我们会尽快答复您。"],
    [
      "We are sorry: your message {number} was not answered in time.",
      "Those responsible have been told, and you will hear from us soon.",
    ],
  ),
  complaintLateForStaff: say(
    "complaintLateForStaff",
    task("已超时"),
    ["{itemName}（{number}）超过了时限，请马上处理。"],
    ["{number} is past its limit; please act now."],
  ),
  complaintClosed: say(
    "complaintClosed",
    progress("已结"),
    ["您的{itemName}（{number}）答复后没有新的意见，已经办结。"],
    ["Your message {number} was closed: nothing more was said after the answer."],
  ),
};

import type { ExtensionState, PaperForm, ReplyWarning, WaitingKind } from "../domain/caseWork";
import { both, type Labels } from "./bilingual";

/** Names of the acts of case work, for history and menus. */
export const CASE_WORK_ACTION_LABELS = {
  takeIn: both("现场受理登记", "Take in at the window"),
  changeItem: both("更换服务项目", "Change the item"),
  askExtension: both("申请延期", "Ask for more time"),
  approveExtension: both("同意延期", "Approve the extension"),
  refuseExtension: both("不同意延期", "Refuse the extension"),
  urge: both("催办", "Urge"),
  answerUrge: both("答复催办", "Answer the urge"),
  supervise: both("督办", "Supervise"),
  answerSupervision: both("答复督办", "Answer the supervision"),
  closeSupervision: both("结束督办", "End the supervision"),
  consult: both("征求其他单位意见", "Consult another department"),
  answerConsultation: both("答复征求意见", "Answer the question"),
  addSubtasks: both("分派协办任务", "Assign sub-tasks"),
  signSubtask: both("签收协办任务", "Sign the sub-task"),
  answerSubtask: both("反馈协办结果", "Report the sub-task"),
} as const;

export const CASE_WORK_ACTION_BUTTONS = {
  takeIn: both("提交申请，本人立即可见", "Hand in; the talent sees it at once"),
  changeItem: both("更换项目并告知申请人", "Change the item and tell the applicant"),
  askExtension: both("提交延期申请，等专员同意", "Ask the specialist for more time"),
  approveExtension: both("同意延期并告知申请人", "Approve and tell the applicant"),
  refuseExtension: both("不同意延期，说明原因", "Refuse with the reason"),
  urge: both("催办，提醒承办人", "Urge whoever has it"),
  answerUrge: both("答复催办，承诺日期", "Answer with a promised day"),
  supervise: both("发起督办并通知承办人", "Supervise and notify the handler"),
  answerSupervision: both("答复督办", "Answer the supervision"),
  closeSupervision: both("结束督办", "End the supervision"),
  consult: both("发出征求意见，计时不停", "Send the question; the clock runs on"),
  answerConsultation: both("答复并通知承办人", "Answer and notify the handler"),
  addSubtasks: both("分派协办并通知岗位", "Assign and notify the posts"),
  signSubtask: both("签收协办任务", "Sign the sub-task"),
  answerSubtask: both("反馈结果并通知承办人", "Report and notify the handler"),
} as const;

/** Asked before the act: who is told and what cannot be undone. */
export const CASE_WORK_CONFIRMATIONS = {
  takeIn: both(
    "申请立即出现在本人的“办件”里，本人会收到通知。",
    "The request appears at once in the talent's own list, and the talent is told.",
  ),
  changeItem: both(
    "时限按新项目重新计算，已用的天数照算；申请人会收到通知。",
    "The limit follows the new item; days already used stay used. The applicant is told.",
  ),
  askExtension: both(
    "每件只能申请一次。同意后原因会告知申请人。",
    "Once per case. If approved, the applicant is told the reason.",
  ),
  approveExtension: both(
    "办结日期随即顺延，申请人会看到原因。",
    "The due day moves at once and the applicant sees the reason.",
  ),
  refuseExtension: both("时限不变，承办人会看到原因。", "The limit stays; the handler sees the reason."),
  urge: both(
    "承办人会立即收到提醒，并须答复您一个日期。",
    "Whoever has it is reminded at once and has to answer with a date.",
  ),
  answerUrge: both(
    "申请人会看到承诺的日期；过期未办会标为未兑现。",
    "The applicant sees the promised day; if it passes undone, it is marked as broken.",
  ),
  supervise: both(
    "承办人须在期限内答复，督办记入经过。",
    "The handler has to answer in time; it is kept on record.",
  ),
  consult: both(
    "对方能看到本件全部内容，查看会记入申请人的查阅记录。",
    "They see the whole case, and every reading is shown to the applicant.",
  ),
  addSubtasks: both(
    "各协办岗位各自签收、各自限时反馈，全部反馈后才能办结。",
    "Each post signs and reports within its own limit; the case is completed after all have reported.",
  ),
} as const;

/** Lines of the history 经过. `{who}` is office and name. */
export const CASE_WORK_SENTENCES = {
  takenIn: both("{who}在窗口代为提交", "Taken in at the window by {who}"),
  itemChanged: both("{who}更换了服务项目", "{who} changed the item"),
  extensionAsked: both("{who}申请延期 {count} 个工作日", "{who} asked for {count} more working days"),
  extensionApproved: both("{who}同意延期 {count} 个工作日", "{who} gave {count} more working days"),
  extensionRefused: both("{who}没有同意延期", "{who} refused more time"),
  urged: both("申请人催办", "Urged by the applicant"),
  urgeAnswered: both("{who}答复催办", "{who} answered the urge"),
  supervised: both("{who}发起督办", "Supervised by {who}"),
  supervisionAnswered: both("{who}答复督办", "{who} answered the supervision"),
  supervisionClosed: both("{who}结束督办", "{who} ended the supervision"),
  consulted: both("{who}征求其他单位意见", "{who} consulted another department"),
  consultationAnswered: both("{who}答复征求意见", "{who} answered the question"),
  subtasksAdded: both("{who}分派 {count} 项协办任务", "{who} assigned {count} sub-tasks"),
  subtaskSigned: both("{who}签收协办任务", "{who} signed a sub-task"),
  subtaskAnswered: both("{who}反馈协办结果", "{who} reported a sub-task"),
} as const;

/** Short names of history lines, for tables. */
export const CASE_WORK_EVENT_LABELS = {
  takenIn: both("窗口提交", "Taken in"),
  itemChanged: both("更换项目", "Item changed"),
  extensionAsked: both("申请延期", "Extension asked"),
  extensionApproved: both("同意延期", "Extended"),
  extensionRefused: both("不同意延期", "Extension refused"),
  urged: both("催办", "Urged"),
  urgeAnswered: both("答复催办", "Urge answered"),
  supervised: both("督办", "Supervised"),
  supervisionAnswered: both("答复督办", "Supervision answered"),
  supervisionClosed: both("结束督办", "Supervision ended"),
  consulted: both("征求意见", "Consulted"),
  consultationAnswered: both("答复意见", "Question answered"),
  subtasksAdded: both("分派协办", "Sub-tasks assigned"),
  subtaskSigned: both("签收协办", "Sub-task signed"),
  subtaskAnswered: both("反馈协办", "Sub-task reported"),
} as const;

export const EXTENSION_STATE_LABELS: Labels<ExtensionState> = {
  asked: both("延期待审", "Extension to be decided"),
  approved: both("已延期", "Extended"),
  refused: both("未同意延期", "Extension refused"),
};

export const PAPER_FORM_LABELS: Labels<PaperForm> = {
  original: both("原件已核验", "Original seen"),
  copy: both("已收复印件", "Copy taken"),
};

/** Doubts about an answer: what it looks like, and what the person served would miss. */
export const REPLY_WARNING_SENTENCES: Labels<ReplyWarning> = {
  tooShort: both("这一点的答复太短，申请人可能看不明白", "This answer is too short to be understood"),
  copiedFromPoint: both("和另一点的答复几乎一样", "Almost the same as the answer of another point"),
  copiedFromRequest: both("几乎只是重复了申请人的原话", "Little more than the applicant's own words"),
  referredOnly: both(
    "只说已转有关部门，没有说结果、单位和电话",
    "Only says it was passed on: no result, office or telephone",
  ),
  ignoresPoint: both("没有提到这一点要求的内容", "Does not speak of what this point asks for"),
};

/** Why a case waits for the reader. */
export const WAITING_LABELS: Labels<WaitingKind> = {
  extension: both("延期待审", "Extension to decide"),
  urge: both("催办待答复", "Urge to answer"),
  supervision: both("督办待答复", "Supervision to answer"),
  supervisionAnswered: both("督办已答复，待结束", "Supervision answered, to be ended"),
  consultation: both("征求意见待答复", "Question to answer"),
  subtask: both("协办任务", "Sub-task"),
  returnedTwice: both("两次退回，待主管转办", "Returned twice, to be dispatched by the supervisor"),
};

/** Kinds of messages, as headings and filters. */
export const CASE_WORK_NOTICE_LABELS = {
  requestTakenIn: both("窗口已代您提交", "Taken in at the window"),
  requestItemChanged: both("服务项目已更换", "Service item changed"),
  extensionAsked: both("申请延期，待审", "Extension to be decided"),
  extensionApproved: both("延期已同意", "Extension approved"),
  limitExtended: both("办理时限延长", "More time is needed"),
  extensionRefused: both("延期没有同意", "Extension refused"),
  caseUrged: both("申请人催办", "Urged by the applicant"),
  urgeAnswered: both("催办有了答复", "Your urge was answered"),
  caseSupervised: both("办件被督办", "Case under supervision"),
  supervisionAnswered: both("督办有了答复", "Supervision answered"),
  supervisionClosed: both("督办已结束", "Supervision ended"),
  consultationAsked: both("征求您的意见", "Your opinion is asked"),
  consultationAnswered: both("对方已答复意见", "Your question was answered"),
  subtaskAssigned: both("新的协办任务", "New sub-task"),
  subtaskAnswered: both("协办有了结果", "Sub-task reported"),
  caseReturnedAgain: both("办件两次退回", "Case returned twice"),
} as const;

import { CASE, CASE_EN, progress, task, type NoticeTemplate } from "./form";

/** A message to staff whose headline and sentences differ; it opens the board. */
function toStaff(
  title: string,
  text: readonly string[],
  en: NoticeTemplate["en"],
  phrase: string,
): NoticeTemplate {
  return { title, text, en, action: "board", wechat: task(phrase) };
}

const ANSWER_BY = "{dueDay}前答复。";
const ANSWER_BY_EN = "Answer by {dueDayEn}.";
const COMPLETE_BY = "{dueDay}前办结。";
const COMPLETE_BY_EN = "It will be completed by {dueDayEn}.";

const TO_TALENT = {
  requestTakenIn: {
    title: "窗口已代您提交",
    text: [`{office}在窗口代您提交了${CASE}，纸质材料已核对。`, "不是您本人办理的，请马上打服务电话。"],
    en: {
      title: "Taken in at the window",
      text: [
        `{office} has handed in ${CASE_EN} for you at the window; your papers were checked.`,
        "If this was not you, call the service line at once.",
      ],
    },
    action: "view",
    wechat: progress("窗口提交"),
  },
  requestItemChanged: {
    title: "服务项目已更换",
    text: [`您的申请改按${CASE}办理。`, "说明：{note}。"],
    en: {
      title: "Service item changed",
      text: [`Your request is now handled as ${CASE_EN}.`, "Why: {note}."],
    },
    action: "view",
    wechat: progress("更换项目"),
  },
  limitExtended: {
    title: "办理时限延长",
    text: [`您的${CASE}还需要 {count} 个工作日。`, "原因：{note}。", COMPLETE_BY],
    en: {
      title: "More time is needed",
      text: [`Your request ${CASE_EN} needs {count} more working days.`, "Reason: {note}.", COMPLETE_BY_EN],
    },
    action: "view",
    wechat: progress("延期"),
  },
  urgeAnswered: {
    title: "催办有了答复",
    text: [`{office}答复了您对${CASE}的催办：{note}。`, "承诺日期：{dueDay}。"],
    en: {
      title: "Your urge was answered",
      text: [`{office} has answered about ${CASE_EN}: {note}.`, "Promised for {dueDayEn}."],
    },
    action: "view",
    wechat: progress("答复催办"),
  },
} as const satisfies Record<string, NoticeTemplate>;

const TO_STAFF = {
  extensionAsked: toStaff(
    "申请延期，待审",
    [`{office}为${CASE}申请延期 {count} 个工作日。`, "原因：{note}。"],
    {
      title: "Extension to be decided",
      text: [`{office} asks for {count} more working days for ${CASE_EN}.`, "Reason: {note}."],
    },
    "延期待审",
  ),
  extensionApproved: toStaff(
    "延期已同意",
    [`${CASE}延期 {count} 个工作日。`, COMPLETE_BY],
    {
      title: "Extension approved",
      text: [`${CASE_EN} has {count} more working days.`, "Complete it by {dueDayEn}."],
    },
    "同意延期",
  ),
  extensionRefused: toStaff(
    "延期没有同意",
    [`${CASE}没有同意延期，时限不变。`, "原因：{note}。", COMPLETE_BY],
    {
      title: "Extension refused",
      text: [`${CASE_EN} gets no more time.`, "Reason: {note}.", "Complete it by {dueDayEn}."],
    },
    "未同意延期",
  ),
  caseUrged: toStaff(
    "申请人催办",
    [`{maskedName}催办${CASE}。`, "请答复一个办结日期。"],
    {
      title: "Urged by the applicant",
      text: [`{maskedName} urges ${CASE_EN}.`, "Please answer with a date."],
    },
    "催办",
  ),
  caseSupervised: toStaff(
    "办件被督办",
    [`{office}督办${CASE}：{note}。`, ANSWER_BY],
    { title: "Case under supervision", text: [`{office} supervises ${CASE_EN}: {note}.`, ANSWER_BY_EN] },
    "督办",
  ),
  supervisionAnswered: toStaff(
    "督办有了答复",
    [`{office}答复了${CASE}的督办：{note}。`],
    { title: "Supervision answered", text: [`{office} has answered about ${CASE_EN}: {note}.`] },
    "督办答复",
  ),
  supervisionClosed: toStaff(
    "督办已结束",
    [`${CASE}的督办已结束。`],
    { title: "Supervision ended", text: [`The supervision of ${CASE_EN} has ended.`] },
    "督办结束",
  ),
  consultationAsked: toStaff(
    "征求您的意见",
    [`{office}就${CASE}征求您的意见：{note}。`, ANSWER_BY],
    { title: "Your opinion is asked", text: [`{office} asks you about ${CASE_EN}: {note}.`, ANSWER_BY_EN] },
    "征求意见",
  ),
  consultationAnswered: toStaff(
    "对方已答复意见",
    [`{office}答复了${CASE}的意见：{note}。`],
    { title: "Your question was answered", text: [`{office} has answered about ${CASE_EN}: {note}.`] },
    "意见答复",
  ),
  subtaskAssigned: toStaff(
    "新的协办任务",
    [`${CASE}有一项协办任务交给您的岗位。`, "点开看任务和期限。"],
    {
      title: "New sub-task",
      text: [`A sub-task of ${CASE_EN} has come to your post.`, "Open it to see the task and its date."],
    },
    "协办任务",
  ),
  subtaskAnswered: toStaff(
    "协办有了结果",
    [`{office}反馈了${CASE}的协办结果：{note}。`],
    { title: "Sub-task reported", text: [`{office} has reported on ${CASE_EN}: {note}.`] },
    "协办反馈",
  ),
  caseReturnedAgain: toStaff(
    "办件两次退回",
    [`${CASE}已两次退回，请您确定由谁办理。`, "原因：{reason}。"],
    {
      title: "Case returned twice",
      text: [`${CASE_EN} was returned twice; please decide who handles it.`, "Reason: {reason}."],
    },
    "两次退回",
  ),
} as const satisfies Record<string, NoticeTemplate>;

/** Texts of case work. */
export const CASE_WORK_TEMPLATES = { ...TO_TALENT, ...TO_STAFF };

import { CASE, CASE_EN, progress, type NoticeTemplate } from "./form";

/** The message of a limit to staff. `phrase3` takes at most five Chinese characters. */
function warning(phrase: string): NoticeTemplate["wechat"] {
  return {
    title: "时限预警通知",
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      time4: "{dueDate} {dueTime}",
      thing5: "{office}",
    },
  };
}

/** Texts of what the clock says by itself. */
export const LIMIT_TEMPLATES = {
  limitNear: {
    title: "办件快到期",
    text: [`${CASE}的时限已过八成。`, "{dueDay}前办结。"],
    en: {
      title: "Case nearly due",
      text: [`Most of the limit of ${CASE_EN} is used.`, "Complete it by {dueDayEn}."],
    },
    action: "board",
    wechat: warning("临期"),
  },
  acceptanceDelayed: {
    title: "受理晚了，向您致歉",
    text: [
      `对不起，您的${CASE}没能在{dueDay}前受理。`,
      "已告知负责受理的服务专员和上一级。",
      "{nextDay}还没受理，再上报一级，您不用催。",
    ],
    en: {
      title: "Acceptance is late, we apologise",
      text: [
        `We are sorry: your request ${CASE_EN} was not accepted by {dueDayEn}.`,
        "The specialists and their supervisor have been told.",
        "If it is not accepted by {nextDayEn}, it goes one level higher by itself.",
      ],
    },
    action: "view",
    wechat: progress("受理晚了"),
  },
  acceptanceOverdue: {
    title: "受理超期",
    text: [`{maskedName}（{category} 类）的${CASE}应在{dueDay}前受理，还没有受理。`],
    en: {
      title: "Acceptance overdue",
      text: [
        `${CASE_EN} of {maskedName} (category {category}) was to be accepted by {dueDayEn} and still waits.`,
      ],
    },
    action: "board",
    wechat: warning("受理超期"),
  },
  signingOverdue: {
    title: "签收超期",
    text: [`${CASE}应在{dueDay}前签收，{office}还没有签收。`],
    en: {
      title: "Signing overdue",
      text: [`${CASE_EN} was to be signed by {dueDayEn}; {office} has not signed yet.`],
    },
    action: "board",
    wechat: warning("签收超期"),
  },
  requestDelayed: {
    title: "办理晚了，向您致歉",
    text: [
      `对不起，您的${CASE}没能在{dueDay}前办结。`,
      "{office}还在办，已催办并告知上一级。",
      "{nextDay}还没办结，再上报一级，您不用催。",
    ],
    en: {
      title: "Your request is late, we apologise",
      text: [
        `We are sorry: your request ${CASE_EN} was not completed by {dueDayEn}.`,
        "{office} is still working on it; it has been reminded and the next level has been told.",
        "If it is not completed by {nextDayEn}, it goes one level higher by itself.",
      ],
    },
    action: "view",
    wechat: progress("办理晚了"),
  },
  caseOverdue: {
    title: "办件超期",
    text: [`{maskedName}的${CASE}应在{dueDay}前办结，{office}还没有办结。`, "{nextDay}还没办结将上报一级。"],
    en: {
      title: "Case overdue",
      text: [
        `${CASE_EN} of {maskedName} was to be completed by {dueDayEn}; {office} still has it.`,
        "It goes one level higher if it is still open by {nextDayEn}.",
      ],
    },
    action: "board",
    wechat: warning("已超期"),
  },
  caseStillOverdue: {
    title: "办件超期未办结",
    text: [`{maskedName}的${CASE}应在{dueDay}前办结，{office}仍未办结，请督促。`],
    en: {
      title: "Case still overdue",
      text: [
        `${CASE_EN} of {maskedName} was to be completed by {dueDayEn} and is still with {office}; please see to it.`,
      ],
    },
    action: "board",
    wechat: warning("超期未结"),
  },
  answerOverdue: {
    title: "答复超期",
    text: [`${CASE}里请{office}答复的事，应在{dueDay}前答复，还没有答复。`],
    en: {
      title: "Answer overdue",
      text: [`In ${CASE_EN}, {office} was to answer by {dueDayEn} and has not answered yet.`],
    },
    action: "board",
    wechat: warning("答复超期"),
  },
  promiseBroken: {
    title: "没有按答应的日子办结，向您致歉",
    text: [`对不起，答应您在{dueDay}前办结${CASE}，没有做到。`, "已告知{office}和上一级。"],
    en: {
      title: "The promised day has passed, we apologise",
      text: [
        `We are sorry: ${CASE_EN} was promised by {dueDayEn} and is not done.`,
        "{office} and the next level have been told.",
      ],
    },
    action: "view",
    wechat: progress("承诺逾期"),
  },
  promiseOverdue: {
    title: "承诺逾期",
    text: [`答应{maskedName}在{dueDay}前办结${CASE}，{office}还没有办结。`],
    en: {
      title: "Promise not kept",
      text: [`{maskedName} was promised ${CASE_EN} by {dueDayEn}; {office} still has it.`],
    },
    action: "board",
    wechat: warning("承诺逾期"),
  },
  dueTimeMoved: {
    title: "办结日期有调整",
    text: [`工作日日历更新，${CASE}的到期日由{oldDay}改为{dueDay}。`, "依据：{source}。"],
    en: {
      title: "Due date moved",
      text: [
        `The working calendar was updated: ${CASE_EN} is now due by {dueDayEn} instead of {oldDayEn}.`,
        "Basis: {source}.",
      ],
    },
    action: "view",
    wechat: progress("日期调整"),
  },
} as const satisfies Record<string, NoticeTemplate>;

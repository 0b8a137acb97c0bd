import type { ConsentOccasion, NoticeType } from "@talent/shared/domain/notices";
import type { NoticeAction } from "./model";

/** How one kind of notice reads. `{name}` stands for a value; a sentence with a missing value is left out. */
export interface NoticeTemplate {
  title: string;
  /** Sentences of the inbox text. */
  text: readonly string[];
  action: NoticeAction;
  /** The WeChat template by its title in the account's console, and what goes into its keywords. */
  wechat: { title: string; keywords: Readonly<Record<string, string>> };
}

const PROGRESS = "办理进度通知";
const TASK = "待办任务通知";
const REFUSAL = "申请退回通知";

/** Keywords of the progress message. `phrase3` takes at most five Chinese characters. */
function progress(phrase: string, office = "{office}"): NoticeTemplate["wechat"] {
  return {
    title: PROGRESS,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      time4: "{atTime}",
      thing5: office,
    },
  };
}

function task(phrase: string): NoticeTemplate["wechat"] {
  return {
    title: TASK,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      time4: "{atTime}",
      thing5: "{maskedName}",
    },
  };
}

function refusal(phrase: string): NoticeTemplate["wechat"] {
  return {
    title: REFUSAL,
    keywords: {
      character_string1: "{number}",
      thing2: "{itemName}",
      phrase3: phrase,
      thing4: "{reason}",
      time5: "{atTime}",
    },
  };
}

const CASE = "{itemName}（{number}）";

/** Texts of every kind of notice, version 1. */
export const NOTICE_TEMPLATES: Readonly<Record<NoticeType, NoticeTemplate>> = {
  requestAccepted: {
    title: "申请已受理",
    text: [`您的${CASE}已受理。`, "{dueDay}前办结。"],
    action: "view",
    wechat: {
      title: "办件受理通知",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        date3: "{atDate}",
        date4: "{dueDate}",
        thing5: "办到哪一步，点开就能看",
      },
    },
  },
  requestRejected: {
    title: "申请没有受理",
    text: [`您的${CASE}没有受理。`, "原因：{reason}。"],
    action: "view",
    wechat: refusal("未受理"),
  },
  requestOutOfScope: {
    title: "不属于服务范围",
    text: [`您的${CASE}不在服务范围内。`, "原因：{reason}。", "可以找：{responsible}。"],
    action: "view",
    wechat: refusal("不在范围"),
  },
  supplementAsked: {
    title: "请补材料",
    text: [`您的${CASE}还缺 {count} 项材料，一次告知完毕。`, "补齐前不计时，早补早办。"],
    action: "supplement",
    wechat: {
      title: "补正材料通知",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        thing3: "还缺 {count} 项，点开看清单",
        date4: "{supplementDate}",
        thing5: "补齐前不计时，早补早办",
      },
    },
  },
  requestDispatched: {
    title: "已转给办理单位",
    text: [`您的${CASE}已转给{holderOffice}。`, "{dueDay}前办结。"],
    action: "view",
    wechat: progress("已转办", "{holderOffice}"),
  },
  requestSigned: {
    title: "办理单位已签收",
    text: ["{office}正在办理" + `您的${CASE}。`, "{dueDay}前办结。"],
    action: "view",
    wechat: progress("办理中"),
  },
  progressRecorded: {
    title: "办理有进展",
    text: [`您的${CASE}有了进展：{note}。`],
    action: "view",
    wechat: progress("有新进展"),
  },
  requestCompleted: {
    title: "已办结",
    text: [`您的${CASE}已办结。`, "每一点的结果都写好了。"],
    action: "view",
    wechat: {
      title: "办结通知",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        phrase3: "已办结",
        time4: "{atTime}",
        thing5: "每一点的结果，点开就能看",
      },
    },
  },
  ratingInvited: {
    title: "请您评价",
    text: [`${CASE}办得怎么样？`, "您的评价只用来改进服务。"],
    action: "rate",
    wechat: {
      title: "服务评价提醒",
      keywords: {
        character_string1: "{number}",
        thing2: "{itemName}",
        time3: "{atTime}",
        thing4: "您的评价只用来改进服务",
      },
    },
  },
  newRequestForSpecialist: {
    title: "新申请待受理",
    text: [`{maskedName}（{category} 类）申请了${CASE}。`, "{dueDay}前受理。"],
    action: "board",
    wechat: task("待受理"),
  },
  newCaseForHolder: {
    title: "新办件待签收",
    text: [`${CASE}转到了您的岗位。`, "{dueDay}前办结。"],
    action: "board",
    wechat: task("待签收"),
  },
  caseReturned: {
    title: "办件被退回",
    text: [`${CASE}被{office}退回，请重新转办。`, "原因：{reason}。"],
    action: "board",
    wechat: task("被退回"),
  },
  supplementAnswered: {
    title: "材料已补齐",
    text: [`{maskedName}补齐了${CASE}的材料。`, "时限继续计算，{dueDay}前办结。"],
    action: "board",
    wechat: task("已补正"),
  },
  requestWithdrawn: {
    title: "申请人已撤回",
    text: [`{maskedName}撤回了${CASE}，不用再办。`],
    action: "board",
    wechat: task("已撤回"),
  },
  requestReopened: {
    title: "申请人要求重新办理",
    text: [`{maskedName}要求重新办理${CASE}。`, "原因：{reason}。", "{dueDay}前办结。"],
    action: "board",
    wechat: task("要求重办"),
  },
  complaintAnswered: {
    title: "投诉建议已答复",
    text: ["您的投诉建议（{number}）有了答复：{note}"],
    action: "view",
    wechat: progress("已答复"),
  },
};

/** Titles of the templates that are asked for at each occasion; kinds must not be mixed in one pop-up. */
export const TEMPLATES_ASKED: Readonly<Record<ConsentOccasion, readonly string[]>> = {
  submitRequest: ["办件受理通知", "补正材料通知", "办结通知"],
  answerSupplement: [PROGRESS, "办结通知", "服务评价提醒"],
  startShift: [TASK, "时限预警通知"],
};

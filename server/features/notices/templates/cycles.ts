import type { CycleNotice } from "@talent/shared/domain/cycleNotices";
import { CYCLE_NOTICE_LABELS } from "@talent/shared/labels/cycles";
import type { NoticeTemplate } from "./form";

type Wechat = NoticeTemplate["wechat"];
type Texts = Pick<NoticeTemplate, "text"> & { en: readonly string[] };

const ENDING = "服务周期到期提醒";
const EVALUATION = "履职评估通知";

function ending(advice: string): Wechat {
  return {
    title: ENDING,
    keywords: { name1: "{maskedName}", date2: "{dueDate}", thing3: advice, thing4: "{office}" },
  };
}

/** Keywords of the evaluation message. `phrase4` takes at most five Chinese characters. */
function evaluation(phrase: string, remark: string): Wechat {
  return {
    title: EVALUATION,
    keywords: {
      name1: "{maskedName}",
      date2: "{opensDate}",
      date3: "{dueDate}",
      phrase4: phrase,
      thing5: remark,
    },
  };
}

/** A text with its title from the labels; whoever works on cycles opens it at the desk, a talent in their own. */
function say(
  type: CycleNotice,
  action: "cycle" | "view",
  wechat: Wechat,
  { text, en }: Texts,
): NoticeTemplate {
  const { zh: title, en: titleEn } = CYCLE_NOTICE_LABELS[type];
  return { title, text, en: { title: titleEn, text: en }, action, wechat };
}

const BY_TIME = {
  cycleEnding: say("cycleEnding", "view", ending("单位将提交评估，请留意"), {
    text: ["您的服务周期到{dueDay}为止。", "{office}从{opensDay}起提交履职评估，您可以看到并补充说明。"],
    en: [
      "Your service cycle lasts until {dueDayEn}.",
      "{office} evaluates from {opensDayEn} on; you can read it and add a statement.",
    ],
  }),
  cycleEndingForEmployer: say("cycleEndingForEmployer", "cycle", ending("请准备履职评估"), {
    text: ["{maskedName}的服务周期到{dueDay}为止。", "请从{opensDay}起提交履职评估。"],
    en: [
      "The service cycle of {maskedName} lasts until {dueDayEn}.",
      "Please hand in your evaluation from {opensDayEn} on.",
    ],
  }),
  cycleEvaluationOpened: say("cycleEvaluationOpened", "cycle", evaluation("待提交", "请在截止前提交"), {
    text: ["请提交{maskedName}的履职评估，{dueDay}截止。"],
    en: ["Please evaluate {maskedName} by {dueDayEn}."],
  }),
  cycleEvaluationDueSoon: say("cycleEvaluationDueSoon", "cycle", evaluation("快截止", "请尽快提交"), {
    text: ["{maskedName}的履职评估还没有提交，{dueDay}截止。"],
    en: ["The evaluation of {maskedName} is missing; it is due on {dueDayEn}."],
  }),
  cycleOverdue: say("cycleOverdue", "view", ending("单位未评估，已转专员"), {
    text: ["您的服务周期{dueDay}到期，{office}没有提交评估。", "已通知服务专员核实，不会不作决定。"],
    en: [
      "Your service cycle ended on {dueDayEn} and {office} handed in no evaluation.",
      "The specialists have been told and will verify; it does not simply lapse.",
    ],
  }),
  cycleOverdueForEmployer: say(
    "cycleOverdueForEmployer",
    "cycle",
    evaluation("已逾期", "需要补交请申请逾期提交"),
    {
      text: ["{maskedName}的履职评估{dueDay}截止，没有收到。", "需要补交请申请逾期提交。"],
      en: [
        "The evaluation of {maskedName} was due on {dueDayEn}.",
        "Ask for a late submission to hand it in still.",
      ],
    },
  ),
  cycleOverdueForStaff: say("cycleOverdueForStaff", "cycle", evaluation("已逾期", "单位未提交，请核实"), {
    text: ["{office}没有提交{maskedName}的履职评估，周期{dueDay}到期。", "请联系单位或直接核实。"],
    en: [
      "{office} has not evaluated {maskedName}; the cycle ended on {dueDayEn}.",
      "Please call the employer or begin the verification.",
    ],
  }),
} as const;

const BY_EMPLOYER = {
  cycleEvaluated: say("cycleEvaluated", "view", evaluation("已提交", "可查看并补充说明"), {
    text: ["{office}提交了您的履职评估。", "您可以查看，有不同意见可以补充说明。"],
    en: ["{office} has evaluated you.", "You can read it and add a statement."],
  }),
  cycleEvaluatedForStaff: say("cycleEvaluatedForStaff", "cycle", evaluation("待核实", "请核实后作出决定"), {
    text: ["{office}提交了{maskedName}的履职评估，请核实。", "周期{dueDay}到期。"],
    en: ["{office} has evaluated {maskedName}; please verify.", "The cycle ends on {dueDayEn}."],
  }),
  cycleEvaluationWithdrawn: say("cycleEvaluationWithdrawn", "view", evaluation("已撤回", "单位将重新提交"), {
    text: ["{office}撤回了您的履职评估，{dueDay}前重新提交。"],
    en: ["{office} took its evaluation of you back and hands it in again by {dueDayEn}."],
  }),
  cycleLateAsked: say("cycleLateAsked", "cycle", evaluation("申请补交", "请答复逾期申请"), {
    text: ["{office}申请逾期提交{maskedName}的履职评估。", "原因：{reason}。"],
    en: ["{office} asks to evaluate {maskedName} late.", "Reason: {reason}."],
  }),
} as const;

const BY_STAFF = {
  cycleLateAllowed: say("cycleLateAllowed", "cycle", evaluation("可补交", "请尽快提交"), {
    text: ["可以补交{maskedName}的履职评估，请尽快提交。", "说明：{reason}。"],
    en: ["You may still evaluate {maskedName}; please do it soon.", "Note: {reason}."],
  }),
  cycleLateRefused: say("cycleLateRefused", "cycle", evaluation("不予补交", "{reason}"), {
    text: ["逾期提交{maskedName}履职评估的申请没有同意。", "原因：{reason}。"],
    en: ["The late evaluation of {maskedName} was refused.", "Reason: {reason}."],
  }),
  cycleRenewed: say("cycleRenewed", "view", ending("已续期三年"), {
    text: ["{maskedName}的服务周期已续期，到{nextEndDay}为止。", "理由：{reason}。"],
    en: [
      "The service cycle of {maskedName} was renewed and lasts until {nextEndDayEn}.",
      "Reason: {reason}.",
    ],
  }),
  cyclePaused: say("cyclePaused", "view", ending("已暂停，可以申诉"), {
    text: ["{maskedName}的服务周期已暂停。", "理由：{reason}。", "本人可在{appealDay}前申诉。"],
    en: [
      "The service cycle of {maskedName} was paused.",
      "Reason: {reason}.",
      "The talent may appeal until {appealDayEn}.",
    ],
  }),
  cycleEnded: say("cycleEnded", "view", ending("不再续期，可以申诉"), {
    text: ["{maskedName}的服务周期不再续期。", "理由：{reason}。", "本人可在{appealDay}前申诉。"],
    en: [
      "The service cycle of {maskedName} is not renewed.",
      "Reason: {reason}.",
      "The talent may appeal until {appealDayEn}.",
    ],
  }),
  cycleResumed: say("cycleResumed", "view", ending("已恢复核实"), {
    text: ["{maskedName}的服务周期恢复核实。", "说明：{reason}。"],
    en: ["The service cycle of {maskedName} is being verified again.", "Note: {reason}."],
  }),
  cycleDecidedForEmployer: say("cycleDecidedForEmployer", "cycle", ending("{decision}"), {
    text: ["{maskedName}的服务周期：{decision}。", "理由：{reason}。"],
    en: ["The service cycle of {maskedName}: {decisionEn}.", "Reason: {reason}."],
  }),
  cycleAppealed: say("cycleAppealed", "cycle", evaluation("有申诉", "请另一位专员决定"), {
    text: ["{maskedName}对服务周期的决定提出申诉，请另一位专员决定。", "理由：{reason}。"],
    en: ["{maskedName} appeals against the decision; somebody else decides.", "Reason: {reason}."],
  }),
} as const;

/** Texts about service cycles: the end, the evaluation, the decision. */
export const CYCLE_TEMPLATES: Readonly<Record<CycleNotice, NoticeTemplate>> = {
  ...BY_TIME,
  ...BY_EMPLOYER,
  ...BY_STAFF,
};

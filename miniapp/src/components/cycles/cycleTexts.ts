import type { CycleDecision, CycleStage } from "@talent/shared/domain/cycles";
import { defineTexts, type Texts } from "../../i18n/texts";

interface Dates {
  notified: string;
  opens: string;
  ends: string;
}

interface CycleTexts {
  mine: string;
  left: (days: number) => string;
  bar: (share: number) => string;
  next: Record<CycleStage, (dates: Dates) => string>;
  from: string;
  notifiedOn: string;
  opensOn: string;
  endsOn: string;
  reading: string;
  evaluation: string;
  fullTime: string;
  yes: string;
  no: string;
  grade: string;
  late: string;
  statement: string;
  lateRequest: string;
  sources: string;
  decision: string;
  appeal: string;
  history: string;
  by: (who: string, when: string) => string;
  followed: (from: string, to: string) => string;
  suggested: Record<CycleDecision, string>;
  notSuggested: string;
  sending: string;
  cancel: string;
}

/** Words about a service cycle that talent, employer and specialists read alike. */
export const cycleTexts: Texts<CycleTexts> = defineTexts<CycleTexts>(
  {
    mine: "我的服务周期",
    left: (days) => (days < 0 ? `已过 ${-days} 天` : days === 0 ? "今天到期" : `还剩 ${days} 天`),
    bar: (share) => `三年已过百分之 ${share}`,
    next: {
      running: ({ notified }) => `现在不用办什么。${notified}通知单位和本人。`,
      notified: ({ opens }) => `${opens}起，单位提交履职评估。`,
      evaluationOpen: ({ ends }) => `等单位提交履职评估，最后一天是${ends}。`,
      evaluated: () => "单位已评估，等服务专员核实。本人可以补充说明。",
      overdue: () => "单位到期没有评估，已告诉本人和服务专员，由专员跟进，不会悄悄失效。",
      verifying: () => "服务专员正在核实，之后作出决定并说明理由。",
      renewed: () => "已续期，下一个周期从次日开始。",
      paused: () => "服务已暂停，原因消除后由专员恢复核实。",
      ended: () => "服务周期已终止，理由见下。",
    },
    from: "开始",
    notifiedOn: "通知单位和本人",
    opensOn: "单位可以评估",
    endsOn: "到期",
    reading: "到期前 3 个月通知单位；最后 30 天单位提交履职评估。按日历天算。",
    evaluation: "单位履职评估",
    fullTime: "仍全职在岗",
    yes: "是",
    no: "否",
    grade: "履职情况",
    late: "逾期提交",
    statement: "本人说明",
    lateRequest: "逾期提交申请",
    sources: "核实结果",
    decision: "决定",
    appeal: "申诉",
    history: "经过",
    by: (who, when) => `${who}，${when}`,
    followed: (from, to) => `下一个周期：${from}至${to}`,
    suggested: {
      renew: "意见和核实都通过，建议续期；由您决定。",
      pause: "单位评为不称职，建议暂停；由您决定。",
      end: "不再全职在岗或有核实不通过，建议终止；由您决定。",
    },
    notSuggested: "意见和核实不齐或不一致，没有建议；由您决定。",
    sending: "正在提交",
    cancel: "再想想",
  },
  {
    mine: "My service cycle",
    left: (days) => (days < 0 ? `${-days} days past` : days === 0 ? "Ends today" : `${days} days left`),
    bar: (share) => `${share} percent of the three years have passed`,
    next: {
      running: ({ notified }) => `Nothing to do now. Employer and talent are told on ${notified}.`,
      notified: ({ opens }) => `The employer evaluates from ${opens}.`,
      evaluationOpen: ({ ends }) => `The employer is to evaluate by ${ends}.`,
      evaluated: () => "Evaluated; a specialist verifies next. The talent may add a statement.",
      overdue: () => "No evaluation came. Talent and specialists were told; a specialist follows up.",
      verifying: () => "A specialist verifies and then decides, with reasons.",
      renewed: () => "Renewed; the next cycle begins the day after.",
      paused: () => "Paused; a specialist takes it up again once the reason is gone.",
      ended: () => "The cycle was ended; see the reasons.",
    },
    from: "Begins",
    notifiedOn: "Employer and talent told",
    opensOn: "Evaluation opens",
    endsOn: "Ends",
    reading: "Told 3 months before the end; the employer evaluates in the last 30 calendar days.",
    evaluation: "Evaluation by the employer",
    fullTime: "Still full-time here",
    yes: "Yes",
    no: "No",
    grade: "Work",
    late: "Handed in late",
    statement: "The talent's statement",
    lateRequest: "Request to hand in late",
    sources: "Verification",
    decision: "Decision",
    appeal: "Appeal",
    history: "History",
    by: (who, when) => `${who}, ${when}`,
    followed: (from, to) => `Next cycle: ${from} to ${to}`,
    suggested: {
      renew: "Opinion and sources pass: renewing is suggested. You decide.",
      pause: "Graded not competent: pausing is suggested. You decide.",
      end: "Not full-time any more, or a source says no: ending is suggested. You decide.",
    },
    notSuggested: "Opinion and sources are incomplete or differ: nothing is suggested. You decide.",
    sending: "Sending",
    cancel: "Not now",
  },
);

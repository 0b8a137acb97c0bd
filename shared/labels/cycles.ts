import type {
  CycleDecision,
  CycleEventType,
  CycleStage,
  EvaluationGrade,
  VerificationResult,
  VerificationSource,
} from "../domain/cycles";
import type { CycleNotice } from "../domain/cycleNotices";
import { both, type Labels } from "./bilingual";

export const CYCLE_STAGE_LABELS: Labels<CycleStage> = {
  running: both("周期内", "Running"),
  notified: both("将到期", "Ending soon"),
  evaluationOpen: both("待评估", "To be evaluated"),
  evaluated: both("待核实", "To be verified"),
  overdue: both("逾期未评估", "Evaluation overdue"),
  verifying: both("核实中", "Being verified"),
  renewed: both("已续期", "Renewed"),
  paused: both("已暂停", "Paused"),
  ended: both("已终止", "Ended"),
};

export const CYCLE_DECISION_LABELS: Labels<CycleDecision> = {
  renew: both("续期", "Renew"),
  pause: both("暂停", "Pause"),
  end: both("终止", "End"),
};

export const EVALUATION_GRADE_LABELS: Labels<EvaluationGrade> = {
  excellent: both("优秀", "Excellent"),
  competent: both("称职", "Competent"),
  basicallyCompetent: both("基本称职", "Basically competent"),
  notCompetent: both("不称职", "Not competent"),
};

export const VERIFICATION_SOURCE_LABELS: Labels<VerificationSource> = {
  socialInsurance: both("社会保险参保", "Social insurance in Chongqing"),
  registeredEmployer: both("用人单位登记", "Registered employer"),
  discreditList: both("失信名单", "Discredit list"),
};

export const VERIFICATION_RESULT_LABELS: Labels<VerificationResult> = {
  pass: both("通过", "Pass"),
  fail: both("不通过", "Fail"),
  unknown: both("未查到", "Not known"),
};

/** Lines of the history 经过. `{who}` is office and name. */
export const CYCLE_EVENT_SENTENCES: Labels<CycleEventType> = {
  opened: both("服务周期开始", "The service cycle begins"),
  notified: both("到期前三个月，通知单位和本人", "Three months before the end: employer and talent told"),
  evaluationOpened: both("单位可以提交履职评估", "The employer may hand in its evaluation"),
  evaluationDueSoon: both("评估还没有提交，提醒单位", "The employer is reminded of the evaluation"),
  overdue: both("单位到期没有提交评估", "The cycle ended without an evaluation"),
  evaluationSubmitted: both("{who}提交履职评估", "Evaluation handed in by {who}"),
  evaluationWithdrawn: both("{who}撤回履职评估", "Evaluation taken back by {who}"),
  lateAsked: both("{who}申请逾期提交", "{who} asks to hand in late"),
  lateAllowed: both("{who}同意逾期提交", "Late submission allowed by {who}"),
  lateRefused: both("{who}不同意逾期提交", "Late submission refused by {who}"),
  statementAdded: both("本人补充说明", "Statement of the talent"),
  verificationBegun: both("{who}开始核实", "Verification begun by {who}"),
  renewed: both("{who}决定续期", "Renewed by {who}"),
  paused: both("{who}决定暂停", "Paused by {who}"),
  ended: both("{who}决定终止", "Ended by {who}"),
  resumed: both("{who}恢复核实", "Taken up again by {who}"),
  appealed: both("本人申诉", "Appeal of the talent"),
};

export const CYCLE_NOTICE_LABELS: Labels<CycleNotice> = {
  cycleEnding: both("服务周期将到期", "Your service cycle ends soon"),
  cycleEndingForEmployer: both("单位人才的服务周期将到期", "A talent's service cycle ends soon"),
  cycleEvaluationOpened: both("请提交履职评估", "Please hand in an evaluation"),
  cycleEvaluationDueSoon: both("履职评估快到期", "An evaluation is due soon"),
  cycleOverdue: both("单位没有提交评估", "Your employer handed in no evaluation"),
  cycleOverdueForEmployer: both("履职评估已逾期", "An evaluation is overdue"),
  cycleOverdueForStaff: both("单位到期未提交评估", "An employer kept silent"),
  cycleEvaluated: both("单位提交了履职评估", "Your employer has evaluated"),
  cycleEvaluatedForStaff: both("履职评估待核实", "An evaluation to verify"),
  cycleEvaluationWithdrawn: both("履职评估已撤回", "An evaluation was taken back"),
  cycleLateAsked: both("申请逾期提交评估", "A late submission is asked for"),
  cycleLateAllowed: both("同意逾期提交评估", "Late submission allowed"),
  cycleLateRefused: both("不同意逾期提交评估", "Late submission refused"),
  cycleRenewed: both("服务周期已续期", "Service cycle renewed"),
  cyclePaused: both("服务周期已暂停", "Service cycle paused"),
  cycleEnded: both("服务周期已终止", "Service cycle ended"),
  cycleResumed: both("服务周期恢复核实", "Service cycle taken up again"),
  cycleDecidedForEmployer: both("单位人才的服务周期有了决定", "Decision on a talent's service cycle"),
  cycleAppealed: both("服务周期申诉待决定", "An appeal to decide"),
};

import type { CycleDecision, EvaluationGrade, VerificationResult } from "@talent/shared/domain/cycles";

/** Somebody's act on a cycle, so many calendar days before the data are loaded. */
export type CycleAct = { ago: number } & (
  | { do: "evaluate"; grade: EvaluationGrade; stillFullTime: boolean; opinion: string }
  | { do: "askLate"; reason: string }
  | { do: "verify"; answers: VerificationResult }
  | { do: "decide"; decision: CycleDecision; reason: string }
);

/** The cycle of somebody at the employer of the persona: how long it still runs and what happened. */
export interface CyclePlan {
  talent: string;
  daysLeft: number;
  acts: readonly CycleAct[];
}

const evaluated = (ago: number, opinion: string, grade: EvaluationGrade = "competent"): CycleAct => ({
  ...{ ago, do: "evaluate", grade, opinion },
  stillFullTime: true,
});
const verified = (ago: number, answers: VerificationResult): CycleAct => ({ ago, do: "verify", answers });

/** One cycle for each stage; all of one employer, so that its liaison sees them together. */
export const CYCLE_PLANS: readonly CyclePlan[] = [
  { talent: "crowd-429", daysLeft: 42, acts: [] },
  { talent: "crowd-467", daysLeft: 20, acts: [] },
  { talent: "crowd-259", daysLeft: 5, acts: [] },
  {
    talent: "crowd-11",
    daysLeft: -4,
    acts: [{ ago: 2, do: "askLate", reason: "经办人休产假，交接后才看到通知。" }],
  },
  {
    talent: "crowd-87",
    daysLeft: 15,
    acts: [evaluated(3, "主持两项攻关课题，按期结题，仍在本单位全职工作。", "excellent")],
  },
  {
    talent: "crowd-125",
    daysLeft: 12,
    acts: [evaluated(8, "完成聘期任务，带教青年骨干三名。"), verified(1, "unknown")],
  },
  {
    talent: "crowd-298",
    daysLeft: 18,
    acts: [
      evaluated(9, "考核称职，继续聘用。"),
      verified(6, "pass"),
      { ago: 5, do: "decide", decision: "renew", reason: "单位评估称职，三项核实均通过。" },
    ],
  },
  {
    talent: "crowd-445",
    daysLeft: 9,
    acts: [
      evaluated(14, "请病假半年，返岗后再评。", "basicallyCompetent"),
      verified(8, "unknown"),
      { ago: 7, do: "decide", decision: "pause", reason: "病假期间暂停，返岗后恢复核实。" },
    ],
  },
  {
    talent: "crowd-322",
    daysLeft: 16,
    acts: [
      evaluated(10, "合同到期后拟不再续聘。", "notCompetent"),
      verified(7, "fail"),
      { ago: 6, do: "decide", decision: "end", reason: "社会保险已停缴，不再在本市工作。" },
    ],
  },
];

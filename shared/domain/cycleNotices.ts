/** Messages about service cycles (DB50/T 1733 §5.3). */
export const CYCLE_NOTICES = [
  /** three months before the end */
  "cycleEnding",
  "cycleEndingForEmployer",
  "cycleEvaluationOpened",
  "cycleEvaluationDueSoon",
  /** the employer kept silent to the end */
  "cycleOverdue",
  "cycleOverdueForEmployer",
  "cycleOverdueForStaff",
  "cycleEvaluated",
  "cycleEvaluatedForStaff",
  "cycleEvaluationWithdrawn",
  "cycleLateAsked",
  "cycleLateAllowed",
  "cycleLateRefused",
  "cycleRenewed",
  "cyclePaused",
  "cycleEnded",
  "cycleResumed",
  "cycleDecidedForEmployer",
  "cycleAppealed",
] as const;
export type CycleNotice = (typeof CYCLE_NOTICES)[number];

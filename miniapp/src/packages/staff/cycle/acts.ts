import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import type { CycleAction } from "@talent/shared/domain/cycles";

/** What employer and specialists do to a cycle, the next step first. */
export const STAFF_CYCLE_ACTS = [
  "submitEvaluation",
  "askLate",
  "withdrawEvaluation",
  "allowLate",
  "refuseLate",
  "beginVerification",
  "renew",
  "pause",
  "end",
  "resume",
] as const satisfies readonly CycleAction[];
export type StaffCycleAct = (typeof STAFF_CYCLE_ACTS)[number];

/** What may be done now. */
export function cycleActsOf({ can }: Pick<CycleDetail, "can">): StaffCycleAct[] {
  return STAFF_CYCLE_ACTS.filter((act) => can.includes(act));
}

/** How far an act needs words: a verification only where the employer kept silent, taking back never. */
export function wordsNeeded(act: StaffCycleAct, evaluated: boolean): "needed" | "optional" | "none" {
  if (act === "withdrawEvaluation") return "none";
  return act === "beginVerification" && evaluated ? "optional" : "needed";
}

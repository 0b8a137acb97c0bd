import type { CycleSummary } from "@talent/shared/contract/schemas/cycles";
import type { CycleStage, VerificationResult } from "@talent/shared/domain/cycles";
import type { StatusShape } from "../../theme/statusShapes";

const SHAPES: Readonly<Record<CycleStage, StatusShape>> = {
  running: "doing",
  notified: "near",
  evaluationOpen: "near",
  evaluated: "forward",
  overdue: "over",
  verifying: "doing",
  renewed: "done",
  paused: "paused",
  ended: "refused",
};

/** The mark of a cycle. */
export function cycleShape({ stage }: Pick<CycleSummary, "stage">): StatusShape {
  return SHAPES[stage];
}

/** The mark of what a source said. */
export const RESULT_SHAPES: Readonly<Record<VerificationResult, StatusShape>> = {
  pass: "done",
  fail: "refused",
  unknown: "missing",
};

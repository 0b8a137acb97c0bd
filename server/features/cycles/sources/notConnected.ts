import { VERIFICATION_SOURCES } from "@talent/shared/domain/cycles";
import type { VerificationSources } from "./port";

/** Stands for sources that this installation does not reach: none of them knows, a person decides. */
export const NOT_CONNECTED: VerificationSources = {
  ask: (_subject, now) =>
    Promise.resolve(
      VERIFICATION_SOURCES.map((source) => ({
        source,
        result: "unknown" as const,
        evidence: "未接入，请人工核对",
        at: now,
      })),
    ),
};

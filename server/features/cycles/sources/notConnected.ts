import { VERIFICATION_SOURCES } from "@talent/shared/domain/cycles";
import { UNANSWERED } from "./evidence";
import type { VerificationSources } from "./port";

/** Stands for sources that this installation does not reach: none of them knows, a person decides. */
export const NOT_CONNECTED: VerificationSources = {
  ask: (_subject, now) =>
    Promise.resolve(
      VERIFICATION_SOURCES.map((source) => ({
        source,
        result: "unknown" as const,
        evidence: UNANSWERED.notConnected,
        at: now,
      })),
    ),
};

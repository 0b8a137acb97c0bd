import type { Verified } from "@talent/shared/contract/schemas/talentCode";
import type { DeskAnswer } from "@talent/shared/domain/talentCode/desk";
import type { Category } from "@talent/shared/domain/talents";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { OfflineFault } from "../offline/checkOffline";

/** What a desk learned of a person. */
export interface Person {
  maskedName: string;
  category: Category;
  districtCode: string;
  cycleEndsOn: string;
}

interface Asked {
  /** Instant of the check. */
  at: string;
  desk: string;
  item: { id: string; name: Bilingual } | undefined;
}

/** The end of one check. */
export type Outcome = Asked &
  (
    | { kind: "answered"; scanId: string; person: Person; answer: DeskAnswer }
    | {
        kind: "offline";
        person: Person;
        answer: DeskAnswer;
        keyGoodUntilOn: string;
        kitAt: string;
      }
    | { kind: "refused"; error: unknown }
    | { kind: "offlineRefused"; fault: OfflineFault | "typed" | "usedHere" }
  );

/** The answer of the server in the form of the desk. */
export function answered(verified: Verified, asked: Asked): Outcome {
  const { answer, reason, scanId, maskedName, category, districtCode, cycle } = verified;
  return {
    ...asked,
    kind: "answered",
    at: verified.at,
    scanId,
    person: { maskedName, category, districtCode, cycleEndsOn: cycle.endsOn },
    answer: answer === "yes" ? { entitled: true } : { entitled: false, reason: reason ?? "notRecognised" },
  };
}

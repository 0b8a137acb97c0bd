import { talentCodeEndpoints } from "@talent/shared/contract/endpoints/talentCode";
import type { FeatureParts, Platform } from "../../platform/platform";
import { pending } from "../counters/pending";
import { CodeScanModel } from "./scans/model";

export { scanForIntake } from "./scanForIntake";

type TalentCodeEndpoints = keyof typeof talentCodeEndpoints;

/** The talent code 人才码: tokens for the phone, verification at desks, losses, keys (DB50/T 1733 §3.2, §5.2). */
export function createTalentCode(_platform: Platform): FeatureParts<TalentCodeEndpoints> {
  return {
    handlers: pending(Object.keys(talentCodeEndpoints) as TalentCodeEndpoints[]),
    models: [CodeScanModel],
  };
}

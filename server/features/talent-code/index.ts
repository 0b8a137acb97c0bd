import type { talentCodeEndpoints } from "@talent/shared/contract/endpoints/talentCode";
import type { FeatureParts, Platform } from "../../platform/platform";
import type { CodeContext, CodeNeeds } from "./context";
import { DayCodeModel } from "./issuing/dayCodes";
import { issuingHandlers } from "./issuing/routes";
import { createKeyStore } from "./keys/keyStore";
import { DayKeysModel, SigningKeyModel } from "./keys/model";
import { keyHandlers, keyJob } from "./keys/routes";
import { lossHandlers } from "./losses/routes";
import { CodeStateModel } from "./losses/state";
import { CodeScanModel } from "./scans/model";
import { scanHandlers } from "./scans/routes";
import { createTypedCodeLimit } from "./scans/typedCodeLimit";

export { scanForIntake } from "./scanForIntake";

type TalentCodeEndpoints = keyof typeof talentCodeEndpoints;

export function createCodeContext(platform: Platform, needs: CodeNeeds): CodeContext {
  return {
    ...needs,
    platform,
    keys: createKeyStore(platform.keyring),
    typedCodes: createTypedCodeLimit(),
  };
}

/** The talent code 人才码: tokens for the phone, verification at desks, losses, keys (DB50/T 1733 §3.2, §5.2). */
export function createTalentCode(platform: Platform, needs: CodeNeeds): FeatureParts<TalentCodeEndpoints> {
  const context = createCodeContext(platform, needs);
  return {
    handlers: {
      ...issuingHandlers(context),
      ...lossHandlers(context),
      ...scanHandlers(context),
      ...keyHandlers(context),
    },
    models: [SigningKeyModel, DayKeysModel, DayCodeModel, CodeStateModel, CodeScanModel],
    jobs: [keyJob(context)],
  };
}

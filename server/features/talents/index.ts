import type { FeatureParts, Platform } from "../../platform/platform";
import { TalentModel } from "./model";
import { createTalentHandlers } from "./routes";

export { TalentModel, type TalentDocument } from "./model";
export { sealTalent, SEALED, type PlainTalent } from "./sealing";
export { applicantRecord, bindTalentAccount, findTalent, matchTalent, openPhone, ownTalent } from "./records";

/** Talents: records, scopes of specialists, revealing numbers. */
export function createTalents(
  platform: Platform,
): FeatureParts<"talents.list" | "talents.read" | "talents.reveal"> {
  return { handlers: createTalentHandlers(platform), models: [TalentModel] };
}

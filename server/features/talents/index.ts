import type { FeatureParts, Platform } from "../../platform/platform";
import { TalentModel } from "./model";
import { createTalentHandlers } from "./routes";

export { TalentModel, type TalentDocument } from "./model";
export { sealTalent, SEALED, type PlainTalent } from "./sealing";
export {
  applicantRecord,
  bindTalentAccount,
  findByCardNumber,
  findTalent,
  matchTalent,
  openIdNumber,
  openPhone,
  ownTalent,
} from "./records";
export { maySeeTalent } from "./policy";

/** Talents: records, scopes of specialists, revealing numbers. */
export function createTalents(
  platform: Platform,
): FeatureParts<"talents.list" | "talents.read" | "talents.reveal"> {
  return { handlers: createTalentHandlers(platform), models: [TalentModel] };
}

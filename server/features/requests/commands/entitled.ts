import { dateInShanghai } from "@talent/shared/calendar/dates";
import { entitlementFor } from "@talent/shared/domain/entitlement";
import { AppError, invalidField } from "../../../platform/errors";
import { readCatalogue, versionOn, type ItemDocument, type ItemVersion } from "../../catalogue/index";
import { applicantRecord, type TalentDocument } from "../../talents/index";
import type { ApplicantSnapshot, RequestItem } from "../document";

/** Who asks for what: the person and the item version in effect today. */
export interface EntitledRequest {
  talent: TalentDocument;
  item: ItemDocument;
  version: ItemVersion;
}

/**
 * The talent and the item version of today, if this talent may ask for it (§5.1, §5.3, §6.1.2, §6.1.3).
 * @throws AppError `not_entitled` with the reason, `invalid_input` for an unknown item
 */
export async function entitledRequest(
  talentId: string | undefined,
  itemId: string,
  now: Date,
): Promise<EntitledRequest> {
  const [catalogue, talent] = await Promise.all([
    readCatalogue(),
    talentId === undefined ? null : applicantRecord(talentId),
  ]);
  const item = catalogue.item(itemId);
  if (item === undefined) throw invalidField("body.itemId", "unknown");
  const todayOn = dateInShanghai(now);
  const version = versionOn(item.versions, todayOn);
  const applicant =
    talent === null
      ? null
      : {
          category: talent.category,
          cycleStartsOn: talent.cycle.startsOn,
          cycleEndsOn: talent.cycle.endsOn,
        };
  const entitlement = entitlementFor(applicant, version, todayOn);
  if (!entitlement.entitled)
    throw new AppError("not_entitled", "this item is not for this talent today", {
      reason: entitlement.reason,
    });
  if (talent === null) throw new AppError("not_entitled", "no talent record", { reason: "notRecognised" });
  return { talent, item, version };
}

export function applicantSnapshot(talent: TalentDocument): ApplicantSnapshot {
  return {
    maskedName: talent.maskedName,
    category: talent.category,
    recognition: talent.recognition,
    districtCode: talent.districtCode,
    employerId: talent.employerId,
    employerName: talent.employerName,
    phoneMasked: talent.phoneMasked,
  };
}

export function itemSnapshot(item: ItemDocument, version: ItemVersion): RequestItem {
  return {
    id: item._id.toHexString(),
    code: item.code,
    version: version.version,
    name: version.name,
    sample: item.sample,
    limitDays: version.limitDays,
  };
}

import type { ItemDetail, ItemSummary } from "@talent/shared/contract/schemas/catalogue";
import type { Applicant } from "@talent/shared/domain/entitlement";
import type { ItemDocument } from "./model";
import { entitlementOn, versionOn } from "./rules";

/** An item as it stands on a day, with whether this person may ask for it. */
export function presentItemSummary(
  item: ItemDocument,
  applicant: Applicant | null,
  todayOn: string,
): ItemSummary {
  const version = versionOn(item.versions, todayOn);
  const entitlement = entitlementOn(applicant, item.versions, todayOn);
  return {
    id: item._id.toHexString(),
    code: item.code,
    version: version.version,
    name: version.name,
    summary: version.summary,
    group: item.group,
    icon: item.icon,
    sample: item.sample,
    limitDays: version.limitDays,
    feeFen: version.feeFen,
    levels: version.levels,
    categories: version.categories,
    effectiveFromOn: version.effectiveFromOn,
    entitlement: entitlement.entitled ? { entitled: true } : { entitled: false, reason: entitlement.reason },
  };
}

/** The service guide 服务指南. */
export function presentItemDetail(
  item: ItemDocument,
  applicant: Applicant | null,
  todayOn: string,
): ItemDetail {
  const version = versionOn(item.versions, todayOn);
  const summary = presentItemSummary(item, applicant, todayOn);
  return {
    ...summary,
    feeBasis: version.feeBasis,
    beneficiaries: version.beneficiaries,
    channels: version.channels,
    sensitive: version.sensitive,
    conditions: version.conditions,
    steps: version.steps,
    materials: version.materials,
    fields: version.fields,
    basis: version.basis,
    departmentNames: item.departmentNames,
    canRequest: summary.entitlement.entitled && version.channels.includes("online"),
  };
}

import type { Verified } from "@talent/shared/contract/schemas/talentCode";
import { districtName } from "@talent/shared/domain/districts";
import type { VerifiedScan } from "./verify";

/** What a desk sees: yes or no, why, and of the person the category, the masked name and the cycle (§6.4.7). */
export function presentVerified({ scan, talent, item }: VerifiedScan): Verified {
  return {
    scanId: scan._id.toHexString(),
    at: scan.at.toISOString(),
    shownBy: scan.shownBy,
    answer: scan.answer,
    ...(scan.reason === undefined ? {} : { reason: scan.reason }),
    category: talent.category,
    maskedName: talent.maskedName,
    districtCode: talent.districtCode,
    districtName: districtName(talent.districtCode),
    cycle: talent.cycle,
    ...(item === undefined ? {} : { item: { id: item.id, name: item.version.name } }),
  };
}

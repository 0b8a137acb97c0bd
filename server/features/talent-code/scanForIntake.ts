import type { Reader } from "../../platform/auth/reader";
import { AppError } from "../../platform/errors";
import { SCAN_SERVES_MINUTES } from "@talent/shared/domain/talentCode/rules";
import { CodeScanModel } from "./scans/model";

/**
 * Whom a scan was about: one that was answered with yes and made by this same account within the last thirty minutes.
 * @throws AppError `scan_needed`
 */
export async function scanForIntake(
  reader: Reader,
  scanId: string,
  now: Date,
): Promise<{ talentId: string; itemId?: string }> {
  const since = new Date(now.getTime() - SCAN_SERVES_MINUTES * 60_000);
  const scan = await CodeScanModel.findById(scanId).lean();
  if (scan === null || scan.readerId !== reader.accountId || scan.answer !== "yes" || scan.at < since)
    throw new AppError("scan_needed", "verify the talent code again");
  return { talentId: scan.talentId, ...(scan.itemId === undefined ? {} : { itemId: scan.itemId }) };
}

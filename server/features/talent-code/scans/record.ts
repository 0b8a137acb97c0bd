import { createHash } from "node:crypto";
import { Types } from "mongoose";
import { SCANS_KEPT_DAYS, type ScanPurpose } from "@talent/shared/domain/talentCode/rules";
import type { UnpackedToken } from "@talent/shared/domain/talentCode/token";
import type { Reader } from "../../../platform/auth/reader";
import type { CommandCall } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError } from "../../../platform/errors";
import { CodeScanModel, type CodeScan } from "./model";

const DAY_MS = 86_400_000;

/** Names a token together with what it was scanned for, without keeping the token. */
export function useKeyOf(token: UnpackedToken, purpose: ScanPurpose): string {
  return `${createHash("sha256").update(token.signed).digest("base64url")}:${purpose}`;
}

export type NewScan = Omit<CodeScan, "_id" | "readerId" | "who" | "office" | "expiresAt">;

export function scanOf(reader: Reader, scan: NewScan): CodeScan {
  return {
    ...scan,
    _id: new Types.ObjectId(),
    readerId: reader.accountId,
    who: reader.name,
    office: reader.office,
    expiresAt: new Date(scan.at.getTime() + SCANS_KEPT_DAYS * DAY_MS),
  };
}

/** The scan that this call made before, or null. @throws AppError `idempotency_key_reused` */
export async function madeBefore({ key, digest }: CommandCall): Promise<CodeScan | null> {
  if (key === undefined) return null;
  const before = await CodeScanModel.findOne({ callKey: key }).lean<CodeScan>().exec();
  if (before !== null && before.callDigest !== digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

/** The scan that used this token before, or null. */
export async function usedBefore(useKey: string): Promise<CodeScan | null> {
  return CodeScanModel.findOne({ useKey }).lean<CodeScan>().exec();
}

/** Writes a scan. False when its token was used before, or the call is a repetition. */
export async function insertScan(scan: CodeScan): Promise<boolean> {
  try {
    await CodeScanModel.collection.insertOne(scan, { ignoreUndefined: true });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

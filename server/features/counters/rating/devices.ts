import { createHash, randomBytes, randomInt } from "node:crypto";
import { Types } from "mongoose";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError } from "../../../platform/errors";
import type { WindowDocument } from "../windows/model";
import { RatingDeviceModel, type RatingDeviceDocument } from "./model";

const CODE_MINUTES = 10;
const CODE_END = 100_000_000;
const TOKEN_BYTES = 32;
/** Two windows at once with the same eight digits: take others. */
const TRIES = 5;

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** A code that sets up the rating device of a window; a device paired before stays until the new one is. */
export async function issuePairingCode(
  window: WindowDocument,
  accountId: string,
  now: Date,
): Promise<{ code: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  for (let attempt = 1; ; attempt += 1) {
    const code = String(randomInt(CODE_END)).padStart(8, "0");
    try {
      await RatingDeviceModel.updateOne(
        { windowId: window._id.toHexString() },
        {
          $set: { codeHash: hashOf(code), codeExpiresAt: expiresAt, issuedBy: accountId },
          $setOnInsert: { _id: new Types.ObjectId(), hallId: window.hallId },
        },
        { upsert: true },
      );
      return { code, expiresAt };
    } catch (error) {
      if (!isDuplicateKey(error) || attempt === TRIES) throw error;
    }
  }
}

/**
 * Makes whoever knows the code the rating device of its window. A code works once.
 * @throws AppError `pairing_code_invalid`
 */
export async function pairDevice(
  code: string,
  now: Date,
): Promise<{ deviceToken: string; device: RatingDeviceDocument }> {
  const deviceToken = randomBytes(TOKEN_BYTES).toString("base64url");
  const device = await RatingDeviceModel.findOneAndUpdate(
    { codeHash: hashOf(code), codeExpiresAt: { $gt: now } },
    { $set: { tokenHash: hashOf(deviceToken), pairedAt: now }, $unset: { codeHash: "", codeExpiresAt: "" } },
    { returnDocument: "after" },
  )
    .lean<RatingDeviceDocument>()
    .exec();
  if (device === null) throw new AppError("pairing_code_invalid", "wrong, used or expired");
  return { deviceToken, device };
}

/** @throws AppError `device_unknown` */
export async function deviceOf(deviceToken: string): Promise<RatingDeviceDocument> {
  const device = await RatingDeviceModel.findOne({ tokenHash: hashOf(deviceToken) })
    .lean<RatingDeviceDocument>()
    .exec();
  if (device === null) throw new AppError("device_unknown", "pair the device again");
  return device;
}

/** The device of a window, if one was ever set up. */
export function deviceAt(windowId: string): Promise<RatingDeviceDocument | null> {
  return RatingDeviceModel.findOne({ windowId }).lean<RatingDeviceDocument>().exec();
}

export async function unpairDevice(windowId: string): Promise<void> {
  await RatingDeviceModel.deleteOne({ windowId });
}

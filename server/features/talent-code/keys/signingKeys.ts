import { generateKeyPairSync } from "node:crypto";
import { BATCH_STEPS, STEP_MS } from "@talent/shared/domain/talentCode/steps";
import { DAY_KEYS_KEPT_DAYS, SIGNING_KEY_DAYS } from "@talent/shared/domain/talentCode/rules";
import type { Keyring } from "../../../platform/crypto/keyring";
import { withLock } from "../../../platform/database/lock";
import { SigningKeyModel, type SigningKey } from "./model";

const DAY_MS = 86_400_000;
const KEY_IDS = 256;
const LOCK = "talent-code-signing-key";
export const SEALED_PRIVATE_KEY = "codeSigningKeys.privateKey";

/** Bytes of a raw Ed25519 public key at the end of its SPKI form (RFC 8410 §4). */
const RAW_BYTES = 32;

function newKey(keyring: Keyring): Pick<SigningKey, "publicKey" | "privateKey"> {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const spki = publicKey.export({ type: "spki", format: "der" });
  const pkcs8 = privateKey.export({ type: "pkcs8", format: "der" });
  return {
    publicKey: spki.subarray(-RAW_BYTES).toString("base64url"),
    privateKey: keyring.seal(SEALED_PRIVATE_KEY, pkcs8.toString("base64")),
  };
}

/** All keys that are still needed, the newest first. */
export async function signingKeys(): Promise<SigningKey[]> {
  return SigningKeyModel.find().sort({ signsFrom: -1, _id: -1 }).lean<SigningKey[]>().exec();
}

async function putInFront(
  keyring: Keyring,
  newest: SigningKey | undefined,
  now: Date,
  callKey: string | undefined,
): Promise<void> {
  const id = newest === undefined ? 0 : (newest._id + 1) % KEY_IDS;
  await SigningKeyModel.deleteOne({ _id: id });
  await SigningKeyModel.create({
    _id: id,
    ...newKey(keyring),
    signsFrom: now,
    ...(callKey === undefined ? {} : { callKey }),
  });
  await SigningKeyModel.updateMany(
    { _id: { $ne: id }, signedUntil: { $exists: false } },
    { $set: { signedUntil: now } },
  );
}

/** A new key from `now` on, unless this very call made one before. One process does it at a time. */
export function rotateSigningKey(keyring: Keyring, now: Date, callKey: string | undefined): Promise<void> {
  return withLock(LOCK, async () => {
    const keys = await signingKeys();
    if (callKey !== undefined && keys.some((key) => key.callKey === callKey)) return;
    await putInFront(keyring, keys[0], now, callKey);
  });
}

/** A key when there is none, or the present one has signed for `SIGNING_KEY_DAYS`. */
export function renewSigningKey(keyring: Keyring, now: Date): Promise<void> {
  return withLock(LOCK, async () => {
    const [newest] = await signingKeys();
    if (newest !== undefined && now.getTime() - newest.signsFrom.getTime() < SIGNING_KEY_DAYS * DAY_MS)
      return;
    await putInFront(keyring, newest, now, undefined);
  });
}

/** Removes keys whose last token can neither be shown nor handed in any more. */
export async function dropDeadSigningKeys(now: Date): Promise<void> {
  const lastToken = BATCH_STEPS * STEP_MS + DAY_KEYS_KEPT_DAYS * DAY_MS;
  await SigningKeyModel.deleteMany({ signedUntil: { $lt: new Date(now.getTime() - lastToken) } });
}

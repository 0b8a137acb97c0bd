import { createDecipheriv, createHash, timingSafeEqual } from "node:crypto";

/** WeChat pads to 32 bytes although the cipher's block has 16. */
const PAD_BLOCK = 32;
/** 16 random bytes and a 32-bit length stand before the message. */
const MESSAGE_AT = 20;

/** SHA-1 over the sorted parts, as WeChat signs its pushes. */
export function pushSignature(...parts: readonly string[]): string {
  return createHash("sha1")
    .update([...parts].sort().join(""))
    .digest("hex");
}

export function signatureFits(given: string | null, ...parts: readonly string[]): boolean {
  const wanted = Buffer.from(pushSignature(...parts));
  const got = Buffer.from(given ?? "");
  return got.length === wanted.length && timingSafeEqual(got, wanted);
}

/**
 * Opens an `Encrypt` field (AES-256-CBC, the key's first 16 bytes as IV).
 * @param aesKey EncodingAESKey, 43 characters
 * @throws Error when it was not made with this key for this mini-program
 */
export function decryptPush(encrypted: string, aesKey: string, appid: string): string {
  const key = Buffer.from(`${aesKey}=`, "base64");
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, "base64")), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > PAD_BLOCK || padding > padded.length - MESSAGE_AT)
    throw new Error("the padding is wrong");
  const end = MESSAGE_AT + padded.readUInt32BE(MESSAGE_AT - 4);
  const plainEnd = padded.length - padding;
  if (end > plainEnd) throw new Error("the length is wrong");
  if (padded.toString("utf8", end, plainEnd) !== appid) throw new Error("made for another mini-program");
  return padded.toString("utf8", MESSAGE_AT, end);
}

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** PKCS#7 block of WeChat's message encryption: 32 bytes, although AES itself has 16. */
const PAD_BLOCK = 32;

/** `sha1(sort(parts).join(""))`, the signature of every pushed request. */
export function signatureOf(...parts: string[]): string {
  return createHash("sha1").update(parts.toSorted().join("")).digest("hex");
}

function keyOf(aesKey: string): Buffer {
  return Buffer.from(`${aesKey}=`, "base64");
}

/**
 * Text of an `Encrypt` field: AES-256-CBC over 16 random bytes, the length, the message and the appid.
 * @param aesKey EncodingAESKey of 43 characters
 * @param random 16 bytes; given only to reproduce a known text
 */
export function encryptMessage(
  message: string,
  appid: string,
  aesKey: string,
  random: Buffer = randomBytes(16),
): string {
  const key = keyOf(aesKey);
  const body = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([random, length, body, Buffer.from(appid)]);
  const padding = PAD_BLOCK - (plain.length % PAD_BLOCK);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
}

/**
 * Reverses `encryptMessage`.
 * @throws Error when the padding, the length or the appid is wrong
 */
export function decryptMessage(
  encrypted: string,
  appid: string,
  aesKey: string,
): { random: Buffer; message: string } {
  const key = keyOf(aesKey);
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, "base64")), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > PAD_BLOCK) throw new Error("padding out of range");
  const plain = padded.subarray(0, padded.length - padding);
  if (plain.length < 20) throw new Error("message too short");
  const end = 20 + plain.readUInt32BE(16);
  if (end > plain.length) throw new Error("message length out of range");
  if (plain.subarray(end).toString() !== appid) throw new Error("message is for another appid");
  return { random: plain.subarray(0, 16), message: plain.subarray(20, end).toString() };
}

import { createHmac, sign, verify, type KeyObject } from "node:crypto";
import nacl from "tweetnacl";
import type { CodePrimitives } from "@talent/shared/domain/talentCode/check";
import { PSEUDONYM_BYTES } from "@talent/shared/domain/talentCode/dayCode";
import { SALT_BYTES, nonceOf } from "@talent/shared/domain/talentCode/token";

/** Checking on the server. */
export const serverPrimitives: CodePrimitives<KeyObject> = {
  verify: (signed, signature, key) => verify(null, signed, key, signature),
  open: (sealed, nonce, key) => nacl.secretbox.open(sealed, nonce, key),
};

export function signBytes(bytes: Uint8Array, key: KeyObject): Buffer {
  return sign(null, bytes, key);
}

/** What stands for a talent on the day of the key. After a loss the next generation stands for them. */
export function pseudonymOf(linkingKey: Buffer, talentId: string, generation: number): Uint8Array {
  const hash = createHmac("sha256", linkingKey).update(`${talentId}:${generation}`).digest();
  const pseudonym = Uint8Array.from(hash.subarray(0, PSEUDONYM_BYTES));
  pseudonym[0] = (pseudonym[0] ?? 0) & 127;
  return pseudonym;
}

/** The salt depends on what is sealed, so that one nonce never serves two contents. */
export function sealHolder(
  { linkingKey, readingKey }: { linkingKey: Buffer; readingKey: Buffer },
  holder: Uint8Array,
): { salt: Uint8Array; sealed: Uint8Array } {
  const hash = createHmac("sha256", linkingKey).update("salt").update(holder).digest();
  const salt = Uint8Array.from(hash.subarray(0, SALT_BYTES));
  return { salt, sealed: nacl.secretbox(holder, nonceOf(salt), readingKey) };
}

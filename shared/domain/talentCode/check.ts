import { readHolder, type CodeHolder } from "./holder";
import { STEP_TOLERANCE, dayOfStep, stepAt } from "./steps";
import { nonceOf, unpackToken, type UnpackedToken } from "./token";

/** The two functions that a phone and a server have from different libraries. */
export interface CodePrimitives<PublicKey> {
  /** Ed25519. */
  verify(signed: Uint8Array, signature: Uint8Array, key: PublicKey): boolean;
  /** XSalsa20-Poly1305; null when the bytes were not sealed with this key and nonce. */
  open(sealed: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array | null;
}

/** Keys as somebody who checks has them. */
export interface CheckingKeys<PublicKey> {
  publicKey(keyId: number): PublicKey | undefined;
  /** @param on the day of the token */
  readingKey(on: string): Uint8Array | undefined;
}

/**
 * Why a scanned text is not taken: no token of ours; of another time than now; signed with a key that is not known
 * (any more), or not by us at all.
 */
export const CODE_FAULTS = ["unreadable", "expired", "early", "keyUnknown", "forged"] as const;
export type CodeFault = (typeof CODE_FAULTS)[number];

export type CheckedToken =
  { ok: true; holder: CodeHolder; token: UnpackedToken } | { ok: false; fault: CodeFault };

/** Whether a token was signed with a known key and what it holds, whatever its time. */
export function openToken<K>(
  token: UnpackedToken,
  keys: CheckingKeys<K>,
  { verify, open }: CodePrimitives<K>,
): CheckedToken {
  const publicKey = keys.publicKey(token.keyId);
  const readingKey = keys.readingKey(dayOfStep(token.step));
  if (publicKey === undefined || readingKey === undefined) return { ok: false, fault: "keyUnknown" };
  if (!verify(token.signed, token.signature, publicKey)) return { ok: false, fault: "forged" };
  const opened = open(token.sealed, nonceOf(token.salt), readingKey);
  const holder = opened === null ? null : readHolder(opened);
  return holder === null ? { ok: false, fault: "forged" } : { ok: true, holder, token };
}

/**
 * Checks the text of a scanned QR code without asking anybody (DB50/T 1733 §5.2). Whether the token was used before
 * and whether its holder lost it is the caller's to look up.
 */
export function checkToken<K>(
  text: string,
  keys: CheckingKeys<K>,
  primitives: CodePrimitives<K>,
  now: Date,
): CheckedToken {
  const token = unpackToken(text);
  if (token === null) return { ok: false, fault: "unreadable" };
  const ahead = token.step - stepAt(now);
  if (ahead < -STEP_TOLERANCE) return { ok: false, fault: "expired" };
  if (ahead > STEP_TOLERANCE) return { ok: false, fault: "early" };
  return openToken(token, keys, primitives);
}

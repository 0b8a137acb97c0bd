import { fromBase45, toBase45 } from "./base45";
import { concatBytes, numberBytes, readNumber } from "./bytes";
import { SEALED_BYTES } from "./holder";

/** First byte of a token; another form gets another number. */
const VERSION = 1;
export const SALT_BYTES = 8;
export const SIGNATURE_BYTES = 64;
const NONCE_BYTES = 24;
const HEAD_BYTES = 6;
const SIGNED_BYTES = HEAD_BYTES + SALT_BYTES + SEALED_BYTES;
const TOKEN_BYTES = SIGNED_BYTES + SIGNATURE_BYTES;

/**
 * What a QR code holds, 118 bytes: version, key id, step (4), salt (8), sealed holder (40), signature (64). Without
 * the keys it says nothing, and nothing in it is the same on two days (DB50/T 1733 §3.2, §6.4.7).
 */
export interface TokenParts {
  keyId: number;
  step: number;
  salt: Uint8Array;
  sealed: Uint8Array;
  signature: Uint8Array;
}

/** The bytes that the signature stands for. */
export function signedBytes(parts: Omit<TokenParts, "signature">): Uint8Array {
  return concatBytes(
    new Uint8Array([VERSION, parts.keyId]),
    numberBytes(parts.step, 4),
    parts.salt,
    parts.sealed,
  );
}

/** The text of the QR code. */
export function packToken(parts: TokenParts): string {
  return toBase45(concatBytes(signedBytes(parts), parts.signature));
}

export interface UnpackedToken extends TokenParts {
  signed: Uint8Array;
}

/** The parts of a scanned text, or null when it is no token of this version. */
export function unpackToken(text: string): UnpackedToken | null {
  const bytes = fromBase45(text);
  if (bytes === null || bytes.length !== TOKEN_BYTES || bytes[0] !== VERSION) return null;
  const saltEnd = HEAD_BYTES + SALT_BYTES;
  return {
    keyId: bytes[1] ?? 0,
    step: readNumber(bytes, 2, 4),
    salt: bytes.subarray(HEAD_BYTES, saltEnd),
    sealed: bytes.subarray(saltEnd, SIGNED_BYTES),
    signature: bytes.subarray(SIGNED_BYTES),
    signed: bytes.subarray(0, SIGNED_BYTES),
  };
}

/** Length of a token's text. */
export const TOKEN_LENGTH = toBase45(new Uint8Array(TOKEN_BYTES)).length;

/** The nonce under which a holder is sealed: its salt; the key is that of one day. */
export function nonceOf(salt: Uint8Array): Uint8Array {
  const nonce = new Uint8Array(NONCE_BYTES);
  nonce.set(salt);
  return nonce;
}

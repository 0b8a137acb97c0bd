import { createHash, createHmac, randomBytes } from "node:crypto";
import { nanoid } from "nanoid";

/** A refresh token reads `<family>.<256 random bits>`; only its hash is stored. */
export interface RefreshToken {
  familyId: string;
  text: string;
  hash: string;
}

const FORM = /^([A-Za-z0-9_-]{21})\.([A-Za-z0-9_-]{43})$/;

function withHash(familyId: string, secretPart: string): RefreshToken {
  const text = `${familyId}.${secretPart}`;
  return { familyId, text, hash: createHash("sha256").update(text).digest("base64url") };
}

/** The first token of a new family. */
export function firstRefreshToken(): RefreshToken {
  return withHash(nanoid(), randomBytes(32).toString("base64url"));
}

/**
 * The token after this one. It is derived with the server's secret instead of drawn, so that a client which asks
 * twice at once, or lost the answer, gets the same successor and none has to be stored in the clear.
 */
export function successorOf(token: RefreshToken, secret: Uint8Array): RefreshToken {
  const next = createHmac("sha256", secret).update(`refresh\u0000${token.text}`).digest("base64url");
  return withHash(token.familyId, next);
}

/** Null when the text cannot be one of our tokens. */
export function readRefreshToken(text: string): RefreshToken | null {
  const [, familyId, secretPart] = FORM.exec(text) ?? [];
  return familyId === undefined || secretPart === undefined ? null : withHash(familyId, secretPart);
}

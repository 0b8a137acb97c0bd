import { randomBytes } from "node:crypto";

/** A URL-safe random string of exactly `length` characters. */
export function randomText(length: number): string {
  return randomBytes(length).toString("base64url").slice(0, length);
}

/** Request id as WeChat appends it to `errmsg`: seconds in hex, then two random groups. */
export function requestId(): string {
  const seconds = Math.floor(Date.now() / 1000)
    .toString(16)
    .padStart(8, "0");
  const random = randomBytes(8).toString("hex");
  return `${seconds}-${random.slice(0, 8)}-${random.slice(8)}`;
}

/**
 * Message ids of subscription messages: integers above 2^53 which grow over restarts and which a plain
 * `JSON.parse` rounds to another number, as the real ones do.
 */
export function createMessageIds(): () => string {
  let last = 2_000_000_000_000_000_000n + BigInt(Date.now()) * 1_000_000n;
  last |= 1n;
  return () => {
    last += 2n;
    return last.toString();
  };
}

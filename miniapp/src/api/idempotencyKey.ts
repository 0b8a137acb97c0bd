const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
const RANDOM_LENGTH = 22;

/** A new `Idempotency-Key`: unique on this device, not secret. WeChat's logic layer has no synchronous crypto source. */
export function newIdempotencyKey(): string {
  let random = "";
  for (let i = 0; i < RANDOM_LENGTH; i += 1)
    random += ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length));
  return `${Date.now().toString(36)}-${random}`;
}

import { fromBase64url } from "./bytes";
import { BATCH_STEPS, dayOfStep, stepAt, stepBeginsAt } from "./steps";
import { SIGNATURE_BYTES, packToken } from "./token";

/** What is the same in every token of one day. */
export interface BatchDay {
  on: string;
  /** The code string of the day, without spaces. */
  code: string;
  /** base64url. */
  salt: string;
  sealed: string;
}

/**
 * Tokens signed ahead, as they travel and are kept: per day what its tokens share, per step only the signature. Sixteen
 * hours take about 165 kB.
 */
export interface TokenBatch {
  keyId: number;
  firstStep: number;
  days: readonly BatchDay[];
  /** base64url of 64 bytes each, one after the other. */
  signatures: string;
}

/** Characters of one signature. */
export const SIGNATURE_LENGTH = Math.ceil((SIGNATURE_BYTES * 4) / 3);

function stepsOf(batch: TokenBatch): number {
  return Math.floor(batch.signatures.length / SIGNATURE_LENGTH);
}

/** The instant from which on the batch has no token. */
export function batchEndsAt(batch: TokenBatch): Date {
  return stepBeginsAt(batch.firstStep + stepsOf(batch));
}

/** What the phone shows at this instant, or null when the batch has no token for it. */
export function tokenAt(batch: TokenBatch, now: Date): { token: string; code: string } | null {
  const step = stepAt(now);
  const index = step - batch.firstStep;
  const day = batch.days.find(({ on }) => on === dayOfStep(step));
  if (index < 0 || index >= stepsOf(batch) || day === undefined) return null;
  const signature = batch.signatures.slice(index * SIGNATURE_LENGTH, (index + 1) * SIGNATURE_LENGTH);
  const token = packToken({
    keyId: batch.keyId,
    step,
    salt: fromBase64url(day.salt),
    sealed: fromBase64url(day.sealed),
    signature: fromBase64url(signature),
  });
  return { token, code: day.code };
}

/** Less than half is left: time to fetch a new one. */
export function wantsRefill(batch: TokenBatch | undefined, now: Date): boolean {
  if (batch === undefined) return true;
  const index = stepAt(now) - batch.firstStep;
  return index < 0 || index > BATCH_STEPS / 2;
}

import { WechatError } from "../../../clients/wechat/wechatError";
import type { NoticeRow } from "../model";

/** Tries before a notice is given up. */
export const MOST_ATTEMPTS = 8;
/** A message older than this is no news any more; it stays in the inbox. */
export const EXPIRES_AFTER_MS = 3 * 86_400_000;

const FIRST_PAUSE_MS = 4_000;
const LONGEST_PAUSE_MS = 30 * 60_000;
/** WeChat takes one message per person at a time: soon again. */
const BUSY_RECIPIENT = 43108;
const BUSY_PAUSE_MS = 500;

/** What became of one attempt, as it will be written into the row. */
export type Outcome =
  | { state: "delivered"; channel: NoticeRow["channel"]; msgid?: string | undefined }
  | { state: "noConsent"; error?: string }
  | { state: "failedPermanently"; error: string }
  | { state: "expired" }
  | { state: "failedTemporarily"; error: string; retryInMs: number; refund?: boolean };

/**
 * Doubles with each attempt and is spread over its upper half, so that many failures do not come back at once.
 * @param random 0 ≤ random < 1
 */
export function pauseAfter(attempts: number, random: number): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return Math.round(full * (0.5 + random / 2));
}

/** The outcome of an attempt that threw. Only a final "no" of WeChat ends the notice before its last attempt. */
export function outcomeOf(error: unknown, attempts: number, random: number): Outcome {
  const message = error instanceof Error ? error.message.slice(0, 300) : "unknown";
  if (error instanceof WechatError && error.failure === "noConsent")
    return { state: "noConsent", error: message };
  const final = error instanceof WechatError && error.failure !== "temporary";
  if (final || attempts >= MOST_ATTEMPTS) return { state: "failedPermanently", error: message };
  const busy = error instanceof WechatError && error.errcode === BUSY_RECIPIENT;
  const retryInMs = busy ? Math.round(BUSY_PAUSE_MS * (1 + random)) : pauseAfter(attempts, random);
  return { state: "failedTemporarily", error: message, retryInMs };
}

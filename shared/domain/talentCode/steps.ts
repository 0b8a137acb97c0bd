import { dateInShanghai } from "../../calendar/dates";

/** A token is made for one step: a screenshot is worthless a minute later. */
export const STEP_MS = 30_000;
/** Steps to either side that are taken too: the time of scanning, and clocks that differ a little. */
export const STEP_TOLERANCE = 1;
/** Steps signed ahead: sixteen hours. A new batch is fetched at half, so at least eight hours are always at hand. */
export const BATCH_STEPS = (16 * 3_600_000) / STEP_MS;
/** Steps before the present one in a batch, for a phone whose clock is behind. */
export const BATCH_LEAD = 2;

/** Number of the step of an instant, counted from 1970. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / STEP_MS);
}

export function stepBeginsAt(step: number): Date {
  return new Date(step * STEP_MS);
}

/** The date in Asia/Shanghai to which a step belongs: it decides the keys of its token. */
export function dayOfStep(step: number): string {
  return dateInShanghai(stepBeginsAt(step));
}

/** Whole seconds until the next step, 1–30. */
export function secondsLeft(at: Date): number {
  return Math.ceil((STEP_MS - (((at.getTime() % STEP_MS) + STEP_MS) % STEP_MS)) / 1000);
}

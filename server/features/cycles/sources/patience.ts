import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
} from "cockatiel";
import { SourceFailure } from "./failure";

/** How long and how often a source is asked. */
export interface Patience {
  /** For one attempt. */
  timeoutMs: number;
  /** Attempts after the first. */
  retries: number;
  /** About how long before the second attempt; longer before later ones, by chance more or less. */
  firstWaitMs: number;
  /** Questions in a row without an answer after which the source is left alone, and for how long. */
  downAfter: number;
  leftAloneMs: number;
}

/** A specialist waits for the answers: at the worst some eleven seconds. */
export const PATIENCE: Patience = {
  timeoutMs: 3_000,
  retries: 2,
  firstWaitMs: 250,
  downAfter: 3,
  leftAloneMs: 30_000,
};

/** Retries inside, breaker outside: a question counts once, however many attempts it took. */
export function patiencePolicy({ retries, firstWaitMs, downAfter, leftAloneMs }: Patience): IPolicy {
  const passing = handleWhen((error) => error instanceof SourceFailure && error.passing);
  return wrap(
    circuitBreaker(handleAll, {
      breaker: new ConsecutiveBreaker(downAfter),
      halfOpenAfter: leftAloneMs,
    }),
    retry(passing, {
      maxAttempts: retries,
      backoff: new ExponentialBackoff({ initialDelay: firstWaitMs, maxDelay: firstWaitMs * 4 }),
    }),
  );
}

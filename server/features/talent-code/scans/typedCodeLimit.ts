import mongoose from "mongoose";
import { RateLimiterMongo, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../../../platform/errors";

/**
 * Codes that were typed, per account: card numbers run, so whoever types many of them is guessing. A scanned token
 * carries its signature and costs nothing.
 */
export interface TypedCodeLimit {
  /** @throws AppError `too_many_requests` */
  count(accountId: string): Promise<void>;
}

const POINTS = 30;
const SECONDS = 600;

export function createTypedCodeLimit(): TypedCodeLimit {
  let limiter: RateLimiterMongo | undefined;
  return {
    async count(accountId) {
      limiter ??= new RateLimiterMongo({
        storeClient: mongoose.connection,
        tableName: "rateLimits",
        keyPrefix: "talentCode.typed",
        points: POINTS,
        duration: SECONDS,
      });
      try {
        await limiter.consume(accountId);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw new AppError("too_many_requests", "too many typed codes", { retryAfterSeconds });
      }
    },
  };
}

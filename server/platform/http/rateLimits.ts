import mongoose from "mongoose";
import {
  RateLimiterMemory,
  RateLimiterMongo,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import type { EndpointName } from "@talent/shared/contract/index";
import type { Reader } from "../auth/reader";
import { AppError } from "../errors";

interface Limit {
  points: number;
  seconds: number;
  by: "ip" | "account";
}

/**
 * Calls that guess, reveal or write freely: counted in the database, for all processes together. A service hall signs
 * many people in from one address, so that limit is wide.
 */
const SENSITIVE: Partial<Record<EndpointName, Limit>> = {
  "sessions.create": { points: 300, seconds: 60, by: "ip" },
  "browserSignIns.create": { points: 60, seconds: 60, by: "ip" },
  "browserSignIns.approve": { points: 20, seconds: 60, by: "account" },
  "me.linkTalent": { points: 5, seconds: 3600, by: "account" },
  "talents.reveal": { points: 30, seconds: 3600, by: "account" },
  "talentCode.issue": { points: 60, seconds: 3600, by: "account" },
  "talentCode.reportLoss": { points: 10, seconds: 3600, by: "account" },
  "talentCode.reportLossFor": { points: 30, seconds: 3600, by: "account" },
  "complaints.create": { points: 10, seconds: 3600, by: "account" },
  "tickets.take": { points: 40, seconds: 3600, by: "account" },
  "appointments.book": { points: 40, seconds: 3600, by: "account" },
  "ratingDevices.pair": { points: 30, seconds: 600, by: "ip" },
};

async function consume(limiter: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new AppError("too_many_requests", "slow down", { retryAfterSeconds });
  }
}

/**
 * The limits of all calls: a general one per caller in memory, and narrow ones for sensitive calls.
 * @param callsPerMinute per account, or per address where nobody is signed in
 */
export function createRateLimits(
  callsPerMinute: number,
): (endpoint: EndpointName, reader: Reader | null, ip: string) => Promise<void> {
  const general = new RateLimiterMemory({ points: callsPerMinute, duration: 60 });
  const sensitive = new Map(
    Object.entries(SENSITIVE).map(([name, { points, seconds, by }]) => [
      name as EndpointName,
      {
        by,
        limiter: new RateLimiterMongo({
          storeClient: mongoose.connection,
          tableName: "rateLimits",
          keyPrefix: name,
          points,
          duration: seconds,
        }),
      },
    ]),
  );
  return async (endpoint, reader, ip) => {
    await consume(general, reader?.accountId ?? ip);
    const special = sensitive.get(endpoint);
    if (special === undefined) return;
    await consume(special.limiter, special.by === "account" ? (reader?.accountId ?? ip) : ip);
  };
}

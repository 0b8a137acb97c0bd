import type { Clock } from "../../../platform/clock";
import { ACCESS_TOKEN_SECONDS } from "../../../platform/auth/accessToken";
import { SessionModel } from "./model";

/** How soon another process learns that a sign-in has ended. */
const LOOK_EVERY_MS = 3_000;

/**
 * Sign-ins that ended while access tokens of theirs may still be alive. Looked up for all callers together every few
 * seconds instead of once per call.
 */
export interface EndedSessions {
  has(sessionId: string): Promise<boolean>;
}

export function createEndedSessions(clock: Clock): EndedSessions {
  let ended = new Set<string>();
  let lookedAt = 0;
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const since = new Date(clock.now().getTime() - ACCESS_TOKEN_SECONDS * 1000);
    const rows = await SessionModel.find({ endedAt: { $gte: since } }, { _id: 1 }).lean();
    ended = new Set(rows.map((row) => row._id));
    lookedAt = clock.now().getTime();
  }

  return {
    async has(sessionId) {
      if (Math.abs(clock.now().getTime() - lookedAt) > LOOK_EVERY_MS) {
        looking ??= look().finally(() => {
          looking = undefined;
        });
        await looking;
      }
      return ended.has(sessionId);
    },
  };
}

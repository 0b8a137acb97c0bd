import { setTimeout as sleep } from "node:timers/promises";
import { nanoid } from "nanoid";
import { systemClock } from "../clock";
import { database } from "./connection";
import { isDuplicateKey } from "./duplicateKey";

interface LockRow {
  _id: string;
  owner: string;
  until: Date;
}

const WAIT_MS = 100;
/**
 * Runs `work` while no other process holds the lock of this name. A holder that died loses it after `leaseMs`, so
 * `work` has to be idempotent and quicker than that.
 * @throws Error when the lock is not free within `patienceMs`
 */
export async function withLock<T>(
  name: string,
  work: () => Promise<T>,
  { leaseMs = 60_000, patienceMs = 90_000 }: { leaseMs?: number; patienceMs?: number } = {},
): Promise<T> {
  const locks = database().collection<LockRow>("locks");
  const owner = nanoid();
  const giveUpAt = systemClock.now().getTime() + patienceMs;
  for (;;) {
    const now = systemClock.now();
    try {
      await locks.updateOne(
        { _id: name, until: { $lte: now } },
        { $set: { owner, until: new Date(now.getTime() + leaseMs) } },
        { upsert: true },
      );
      break;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      if (now.getTime() > giveUpAt) throw new Error(`the lock ${name} is not free`);
      await sleep(WAIT_MS);
    }
  }
  try {
    return await work();
  } finally {
    await locks.deleteOne({ _id: name, owner });
  }
}

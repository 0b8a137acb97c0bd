import type { Logger } from "pino";
import type { Clock, MovableClock } from "../../platform/clock";
import { database } from "../../platform/database/connection";
import { createLoop } from "../../platform/jobs/loop";

const FOLLOW_EVERY_MS = 500;
const ID = "clock";

interface MovedClock {
  _id: string;
  /** Business time that was asked for, and real time at which that was; null = real time again. */
  now: Date | null;
  at: Date;
  /** Counts the moves. */
  move: number;
}

/** The try-out clock of all processes on one database: moved in one, followed by the others within a second. */
export interface SharedClock {
  moveTo(now: Date | null): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

function rows() {
  return database().collection<MovedClock>("tryOut");
}

export function createSharedClock(clock: MovableClock, realTime: Clock, log: Logger): SharedClock {
  let followed = 0;

  function follow({ now, at, move }: MovedClock): void {
    followed = move;
    const passed = realTime.now().getTime() - at.getTime();
    clock.moveTo(now === null ? null : new Date(now.getTime() + passed));
  }
  const loop = createLoop({
    name: "service.clock",
    everyMs: FOLLOW_EVERY_MS,
    log,
    async run() {
      const moved = await rows().findOne({ _id: ID });
      if (moved !== null && moved.move > followed) follow(moved);
      return false;
    },
  });
  return {
    async moveTo(now) {
      clock.moveTo(now);
      const moved = await rows().findOneAndUpdate(
        { _id: ID },
        { $set: { now, at: realTime.now() }, $inc: { move: 1 } },
        { upsert: true, returnDocument: "after" },
      );
      followed = moved?.move ?? followed;
    },
    start: () => loop.start(),
    stop: () => loop.stop(),
  };
}

import mongoose from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";

/** Numbers that a process takes at once: a crash leaves a gap of at most this many. */
const BLOCK = 50;

interface Counter {
  _id: string;
  last: number;
}

interface Block {
  next: number;
  end: number;
}

/**
 * Takes `count` running numbers of a year for this process alone.
 * @returns the first of them
 */
export async function reserveNumbers(year: string, count: number): Promise<number> {
  const counter = await mongoose.connection
    .collection<Counter>("counters")
    .findOneAndUpdate(
      { _id: `requests-${year}` },
      { $inc: { last: count } },
      { upsert: true, returnDocument: "after" },
    );
  return (counter?.last ?? count) - count + 1;
}

/** A case number as people read it: `26-04752`. */
export function caseNumber(year: string, running: number): string {
  return `${year}-${String(running).padStart(5, "0")}`;
}

/** Gives case numbers out of reserved blocks; a number is never given twice, gaps may stay. */
export function createNumberSource(
  reserve: (year: string, count: number) => Promise<number> = reserveNumbers,
): { next(now: Date): Promise<string> } {
  const blocks = new Map<string, Block>();
  let reserving: Promise<void> = Promise.resolve();

  async function refill(year: string): Promise<void> {
    const block = blocks.get(year);
    if (block !== undefined && block.next <= block.end) return;
    const first = await reserve(year, BLOCK);
    blocks.set(year, { next: first, end: first + BLOCK - 1 });
  }

  return {
    async next(now) {
      const year = dateInShanghai(now).slice(2, 4);
      for (;;) {
        const block = blocks.get(year);
        if (block !== undefined && block.next <= block.end) {
          block.next += 1;
          return caseNumber(year, block.next - 1);
        }
        reserving = reserving.then(
          () => refill(year),
          () => refill(year),
        );
        await reserving;
      }
    },
  };
}

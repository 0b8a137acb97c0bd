import { dateInShanghai } from "@talent/shared/calendar/dates";
import { takeNumbers } from "../../platform/database/counter";

/** Numbers that a process takes at once: a crash leaves a gap of at most this many. */
const BLOCK = 50;

interface Block {
  next: number;
  end: number;
}

/** A case number as people read it: `26-04752`. */
export function caseNumber(year: string, running: number): string {
  return `${year}-${String(running).padStart(5, "0")}`;
}

/** Gives case numbers out of reserved blocks; a number is never given twice, gaps may stay. */
export function createNumberSource(take: (name: string, count: number) => Promise<number> = takeNumbers): {
  next(now: Date): Promise<string>;
} {
  const blocks = new Map<string, Block>();
  let reserving: Promise<void> = Promise.resolve();

  async function refill(year: string): Promise<void> {
    const block = blocks.get(year);
    if (block !== undefined && block.next <= block.end) return;
    const first = await take(`requests-${year}`, BLOCK);
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

import { createHash } from "node:crypto";

/** An entry that is bound to the one before it, so that none can be changed, left out or put in later unseen. */
export interface Linked {
  id: string;
  prevHash: string;
  hash: string;
}

export interface Chain<E extends Linked> {
  /** The entry as the next one of the list: numbered and bound. */
  next(entries: readonly E[], entry: Omit<E, keyof Linked>): E;
  isIntact(entries: readonly E[]): boolean;
}

/** What the first entry stands on. */
const GENESIS = "0".repeat(64);

/**
 * Chains of one kind of entry.
 * @param contentOf the values that the hash covers besides the hash before, in a fixed order
 */
export function createChain<E extends Linked>(contentOf: (entry: Omit<E, "hash">) => unknown[]): Chain<E> {
  const hashOf = (entry: Omit<E, "hash">) =>
    createHash("sha256")
      .update(JSON.stringify([entry.prevHash, ...contentOf(entry)]))
      .digest("hex");
  return {
    next(entries, entry) {
      const linked = {
        ...entry,
        id: `e${entries.length + 1}`,
        prevHash: entries.at(-1)?.hash ?? GENESIS,
      } as unknown as Omit<E, "hash">;
      return { ...linked, hash: hashOf(linked) } as E;
    },
    isIntact(entries) {
      let previous = GENESIS;
      return entries.every((entry) => {
        const fits = entry.prevHash === previous && entry.hash === hashOf(entry);
        previous = entry.hash;
        return fits;
      });
    },
  };
}

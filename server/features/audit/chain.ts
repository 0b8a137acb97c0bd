import { createHash } from "node:crypto";
import type { AccessEntry } from "./model";

type Hashed = Omit<AccessEntry, "_id" | "hash">;

/** Hash of an entry over its content and the hash before it; the order of the fields is fixed. */
export function hashOf(entry: Hashed): string {
  const content = [
    entry.talentId,
    entry.sequence,
    entry.at.toISOString(),
    entry.readerId,
    entry.who,
    entry.office,
    entry.what,
    entry.subject ?? null,
    entry.reason ?? null,
    entry.previousHash,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/**
 * The first entry that does not fit the chain, or null when all do.
 * @param entries of one talent, oldest first, from sequence 1 on
 */
export function firstBrokenLink(entries: readonly AccessEntry[]): AccessEntry | null {
  let previousHash = "";
  for (const [index, entry] of entries.entries()) {
    const fits =
      entry.sequence === index + 1 && entry.previousHash === previousHash && entry.hash === hashOf(entry);
    if (!fits) return entry;
    previousHash = entry.hash;
  }
  return null;
}

import { createHash } from "node:crypto";
import { Types } from "mongoose";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AuditEntryModel, type Act, type AuditEntry } from "./model";

/** How often a writer that lost the race for a place in the chain tries again. */
const ATTEMPTS = 30;

function hashOf(entry: Omit<AuditEntry, "_id" | "hash">): string {
  const { sequence, at, actId, act, actorId, who, office, subjectId, subject, detail, previousHash } = entry;
  const content = [sequence, at.toISOString(), actId, act, actorId, who, office, subjectId, subject, detail];
  return createHash("sha256")
    .update(JSON.stringify([...content, previousHash]))
    .digest("hex");
}

/**
 * Adds an act to the end of the audit log; one that stands there already changes nothing. The unique sequence lets one
 * writer win each place.
 */
export async function appendAct(act: Act): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if ((await AuditEntryModel.exists({ actId: act.actId })) !== null) return;
    const last = await AuditEntryModel.findOne().sort({ sequence: -1 }).lean<AuditEntry>();
    const entry = { ...act, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? "" };
    try {
      await AuditEntryModel.collection.insertOne({
        ...entry,
        _id: new Types.ObjectId(),
        hash: hashOf(entry),
      });
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  throw new Error("the audit log is too busy");
}

/**
 * The first entry that does not fit the chain, or null when all do.
 * @param entries oldest first, from sequence 1 on
 */
export function firstBrokenAct(entries: readonly AuditEntry[]): AuditEntry | null {
  let previousHash = "";
  for (const [index, entry] of entries.entries()) {
    const fits = entry.sequence === index + 1 && entry.previousHash === previousHash;
    if (!fits || entry.hash !== hashOf(entry)) return entry;
    previousHash = entry.hash;
  }
  return null;
}

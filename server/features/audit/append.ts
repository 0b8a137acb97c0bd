import { Types } from "mongoose";
import type { AccessEntryInput } from "../../platform/auth/accessRecorder";
import { hashOf } from "./chain";
import { AccessEntryModel, type AccessEntry } from "./model";
import { isDuplicateKey } from "../../platform/database/duplicateKey";

/** How often a writer that lost the race for a place in a chain tries again. */
const ATTEMPTS = 20;

function chained(inputs: readonly AccessEntryInput[], last: AccessEntry | null): AccessEntry[] {
  let sequence = last?.sequence ?? 0;
  let previousHash = last?.hash ?? "";
  return inputs.map(({ talentId, at, reader, what, subject, reason }) => {
    sequence += 1;
    const entry = {
      talentId,
      sequence,
      at,
      readerId: reader.accountId,
      who: reader.name,
      office: reader.office,
      what,
      ...(subject === undefined ? {} : { subject }),
      ...(reason === undefined ? {} : { reason }),
      previousHash,
    };
    previousHash = hashOf(entry);
    return { ...entry, _id: new Types.ObjectId(), hash: previousHash };
  });
}

/**
 * Adds entries of one talent to the end of the talent's chain. The unique (talent, sequence) index lets one writer win
 * each place; an ordered insert that meets another writer's entry stops there, and the rest is chained anew.
 */
export async function appendEntries(inputs: readonly AccessEntryInput[]): Promise<void> {
  let left = inputs;
  for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt += 1) {
    const talentId = left[0]?.talentId;
    const last = await AccessEntryModel.findOne({ talentId }).sort({ sequence: -1 }).lean<AccessEntry>();
    const entries = chained(left, last);
    try {
      // Straight through the driver: the entries are built and typed right here, and a scan must not wait for them.
      await AccessEntryModel.collection.insertMany(entries, { ordered: true });
      return;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const ids = entries.map((entry) => entry._id);
      const written = await AccessEntryModel.countDocuments({ _id: { $in: ids } });
      left = left.slice(written);
    }
  }
  if (left.length > 0) throw new Error("the access log is too busy");
}

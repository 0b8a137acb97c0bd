import { nanoid } from "nanoid";
import { NoticeModel, type NoticeRow } from "../model";

/** Rows taken at once. */
export const BATCH = 100;
/** Sending a batch takes at most this long; then another worker may take what is left of it. */
export const LEASE_MS = 60_000;

export interface Claim {
  owner: string;
  rows: NoticeRow[];
}

/**
 * Takes the rows that are due, oldest first, for one owner. `nextAttemptAt` is also the end of the lease: rows whose
 * worker died become due again by themselves.
 */
export async function claimDue(now: Date): Promise<Claim> {
  const owner = nanoid();
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const due = await NoticeModel.find({ nextAttemptAt: { $lte: now } })
    .sort({ nextAttemptAt: 1 })
    .limit(BATCH)
    .lean();
  if (due.length === 0) return { owner, rows: [] };
  const ids = due.map((row) => row._id);
  const { modifiedCount } = await NoticeModel.collection.updateMany(
    { _id: { $in: ids }, nextAttemptAt: { $lte: now } },
    {
      $set: { state: "sending", leaseOwner: owner, leaseUntil, nextAttemptAt: leaseUntil },
      $inc: { attempts: 1 },
    },
  );
  if (modifiedCount === due.length)
    return { owner, rows: due.map((row) => ({ ...row, attempts: row.attempts + 1 })) };
  return { owner, rows: await NoticeModel.find({ _id: { $in: ids }, leaseOwner: owner }).lean() };
}

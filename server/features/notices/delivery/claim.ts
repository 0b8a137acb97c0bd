import { nanoid } from "nanoid";
import { NoticeModel, type NoticeRow } from "../model";

/** Rows taken at once. */
export const BATCH = 100;
/** Sending a batch takes at most this long; then another worker may take what is left of it. */
export const LEASE_MS = 60_000;

export interface Claim {
  owner: string;
  rows: DueNotice[];
  /** Rows that were due; more than `rows` when another worker was quicker. */
  found: number;
}

/** What delivery reads of a row: not the texts of the inbox. */
export type DueNotice = Pick<
  NoticeRow,
  "_id" | "type" | "recipientId" | "subjectKind" | "subjectId" | "action" | "values" | "attempts"
>;

const PROJECTION = {
  type: 1,
  recipientId: 1,
  subjectKind: 1,
  subjectId: 1,
  action: 1,
  values: 1,
  attempts: 1,
} as const;

/**
 * Takes the rows that are due, oldest first, for one owner. `nextAttemptAt` is also the end of the lease: rows whose
 * worker died become due again by themselves.
 */
export async function claimDue(now: Date): Promise<Claim> {
  const owner = nanoid();
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const notices = NoticeModel.collection;
  const due = await notices
    .find<DueNotice>({ nextAttemptAt: { $lte: now } }, { projection: PROJECTION })
    .sort({ nextAttemptAt: 1 })
    .limit(BATCH)
    .toArray();
  const found = due.length;
  if (found === 0) return { owner, rows: [], found };
  const ids = due.map((row) => row._id);
  const { modifiedCount } = await notices.updateMany(
    { _id: { $in: ids }, nextAttemptAt: { $lte: now } },
    { $set: { state: "sending", leaseOwner: owner, nextAttemptAt: leaseUntil }, $inc: { attempts: 1 } },
  );
  if (modifiedCount === found)
    return { owner, rows: due.map((row) => ({ ...row, attempts: row.attempts + 1 })), found };
  const mine = { _id: { $in: ids }, leaseOwner: owner };
  return { owner, rows: await notices.find<DueNotice>(mine, { projection: PROJECTION }).toArray(), found };
}

import { nanoid } from "nanoid";
import { NoticeModel, type NoticeRow } from "../model";

/** Rows taken at once. */
export const BATCH = 250;
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

type Find = () => Promise<DueNotice[]>;

/** Marks the rows as this owner's, each only while it is still due. */
async function take(due: readonly DueNotice[], now: Date): Promise<Claim> {
  const [owner, found] = [nanoid(), due.length];
  if (found === 0) return { owner, rows: [], found };
  const ids = due.map((row) => row._id);
  const leaseUntil = new Date(now.getTime() + LEASE_MS);
  const { modifiedCount } = await NoticeModel.collection.updateMany(
    { _id: { $in: ids }, nextAttemptAt: { $lte: now } },
    { $set: { state: "sending", leaseOwner: owner, nextAttemptAt: leaseUntil }, $inc: { attempts: 1 } },
  );
  if (modifiedCount === found)
    return { owner, rows: due.map((row) => ({ ...row, attempts: row.attempts + 1 })), found };
  const mine = { _id: { $in: ids }, leaseOwner: owner };
  const rows = await NoticeModel.collection.find<DueNotice>(mine, { projection: PROJECTION }).toArray();
  return { owner, rows, found };
}

/**
 * A function that takes the rows that are due, oldest first, for one owner. `nextAttemptAt` is also the end of the
 * lease: rows whose worker died become due again by themselves. Lanes of one process look one after the other, each
 * past the rows that another one is just taking, so that they never compete.
 */
export function createClaims(): (now: Date) => Promise<Claim> {
  const beingTaken = new Map<string, DueNotice["_id"]>();
  let looking: Promise<unknown> = Promise.resolve();

  function look(now: Date): Promise<DueNotice[]> {
    const find: Find = async () => {
      const due = await NoticeModel.collection
        .find<DueNotice>(
          { nextAttemptAt: { $lte: now }, _id: { $nin: [...beingTaken.values()] } },
          { projection: PROJECTION },
        )
        .sort({ nextAttemptAt: 1 })
        .limit(BATCH)
        .toArray();
      for (const { _id } of due) beingTaken.set(_id.toHexString(), _id);
      return due;
    };
    const turn = looking.then(find);
    looking = turn.catch(() => undefined);
    return turn;
  }

  return async (now) => {
    const due = await look(now);
    try {
      return await take(due, now);
    } finally {
      for (const { _id } of due) beingTaken.delete(_id.toHexString());
    }
  };
}

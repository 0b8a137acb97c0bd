import type { mongo } from "mongoose";
import type { OutboxSource, SubjectKind } from "../../../platform/database/outbox";
import { NoticeModel, type NoticeRow } from "../model";

/** Rows taken at once. */
const BATCH = 500;

type Waiting = Pick<NoticeRow, "_id" | "type" | "subjectKind" | "subjectId" | "occasion">;

const PROJECTION = { type: 1, subjectKind: 1, subjectId: 1, occasion: 1 };

/** The rows whose hour has come, the longest waiting first. */
export function waitingQuery(now: Date) {
  return NoticeModel.collection
    .find<Waiting>({ notBefore: { $lte: now } }, { projection: PROJECTION })
    .sort({ notBefore: 1 })
    .limit(BATCH);
}

async function lapsedOf(source: OutboxSource | undefined, rows: readonly Waiting[]) {
  const notices = rows.map(({ _id, ...row }) => ({ id: _id.toHexString(), ...row }));
  return (await source?.lapsed?.(notices)) ?? new Set<string>();
}

async function lapsedRows(sources: readonly OutboxSource[], rows: readonly Waiting[]): Promise<Set<string>> {
  const kinds = [...new Set(rows.map(({ subjectKind }): SubjectKind => subjectKind))];
  const lapsed = await Promise.all(
    kinds.map((kind) =>
      lapsedOf(
        sources.find((source) => source.kind === kind),
        rows.filter(({ subjectKind }) => subjectKind === kind),
      ),
    ),
  );
  return new Set(lapsed.flatMap((ids) => [...ids]));
}

/**
 * Lets the notices go whose hour has come: into the inbox, and to delivery. One whose reason has gone meanwhile ends
 * as expired, unseen. Each row is written only while it still waits, so two workers release it once.
 * @param now business time
 * @param due real time from which they may be delivered
 * @returns how many had waited
 */
export async function releaseWaiting(
  sources: readonly OutboxSource[],
  now: Date,
  due: Date,
): Promise<number> {
  const rows = await waitingQuery(now).toArray();
  if (rows.length === 0) return 0;
  const lapsed = await lapsedRows(sources, rows);
  const writes = rows.map(({ _id }): mongo.AnyBulkWriteOperation => ({
    updateOne: {
      filter: { _id, notBefore: { $lte: now } },
      update: lapsed.has(_id.toHexString())
        ? { $set: { state: "expired", hidden: true, finishedAt: due }, $unset: { notBefore: "" } }
        : { $set: { nextAttemptAt: due }, $unset: { notBefore: "", hidden: "" } },
    },
  }));
  await NoticeModel.collection.bulkWrite(writes, { ordered: false });
  return rows.length;
}

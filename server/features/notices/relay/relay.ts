import type { mongo } from "mongoose";
import type { OutboxDocument, OutboxEntry, OutboxSource } from "../../../platform/database/outbox";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { NoticeModel, type NoticeRow } from "../model";
import { rowOf } from "../rendering";

/** Aggregates taken per run. */
const BATCH = 200;

type Pending = Pick<OutboxDocument, "outbox"> & { _id: mongo.BSON.ObjectId };
type NewRow = Omit<NoticeRow, "_id">;

/** Writes every row that is not there yet. Two relays at once write the same row once. */
async function writeRows(rows: readonly NewRow[]): Promise<void> {
  const writes = rows.map((row) => ({
    updateOne: {
      filter: {
        type: row.type,
        recipientId: row.recipientId,
        subjectKind: row.subjectKind,
        subjectId: row.subjectId,
        occasion: row.occasion,
      },
      update: { $setOnInsert: row },
      upsert: true,
    },
  }));
  if (writes.length === 0) return;
  try {
    await NoticeModel.collection.bulkWrite(writes, { ordered: false });
  } catch (error) {
    if (!onlyDuplicates(error)) throw error;
  }
}

/** A lost connection is a bulk error without a single write error: then nothing is known to be written. */
function onlyDuplicates(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("writeErrors" in error)) return false;
  const { writeErrors } = error;
  const all: unknown[] = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return all.length > 0 && all.every(isDuplicateKey);
}

/** Takes exactly these entries out, and the mark off where nothing came in meanwhile. */
async function removeEntries(source: OutboxSource, pending: readonly Pending[]): Promise<void> {
  const collection = source.model.collection;
  const writes = pending.flatMap(({ _id, outbox }): mongo.AnyBulkWriteOperation[] => [
    {
      updateOne: {
        filter: { _id },
        update: { $pull: { outbox: { id: { $in: outbox.map((entry: OutboxEntry) => entry.id) } } } as never },
      },
    },
    { updateOne: { filter: { _id, outbox: { $size: 0 } }, update: { $unset: { outboxPending: "" } } } },
  ]);
  await collection.bulkWrite(writes, { ordered: true });
}

/**
 * Moves what waits in the outboxes of one kind of aggregate into notice rows: first the rows, then the removal, so
 * that a crash in between only repeats the rows, which are there already.
 * @param due real time from which the rows may be delivered
 * @returns how many aggregates were emptied
 */
export async function relayOutbox(source: OutboxSource, due: Date): Promise<number> {
  const pending = await source.model.collection
    .find<Pending>({ outboxPending: true }, { projection: { outbox: 1 }, limit: BATCH })
    .toArray();
  if (pending.length === 0) return 0;
  const rows = pending.flatMap(({ _id, outbox }) =>
    outbox.map((entry) => rowOf(entry, { kind: source.kind, id: _id.toHexString() }, due)),
  );
  await writeRows(rows);
  await removeEntries(source, pending);
  return pending.length;
}

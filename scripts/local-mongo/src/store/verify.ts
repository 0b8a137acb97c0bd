import { decode } from "../bson/decode";
import type { Collection } from "./collection";
import { SPACE, after, documentKey, indexEntryKey, prefix, readRecordId } from "./keyspace";
import type { Kv } from "./kv";

export interface Verification {
  errors: string[];
  keysPerIndex: { [index: string]: number };
}

/** Compares every index of a collection with its documents, both ways, and the kept count with the real one. */
export function verifyCollection(
  kv: Kv,
  collection: Collection,
  scan: Iterable<{ recordId: number; bytes: Buffer }>,
): Verification {
  const errors: string[] = [];
  const expected = new Map(collection.indexes.map((index) => [index, 0]));
  let documents = 0;
  for (const { recordId, bytes } of scan) {
    documents++;
    const doc = decode(bytes);
    for (const index of collection.indexes) {
      const keys = index.keysOf(doc);
      expected.set(index, (expected.get(index) ?? 0) + keys.length);
      for (const key of keys) {
        const held = kv.get(indexEntryKey(index.id, key, index.unique ? undefined : recordId));
        if (!held || readRecordId(held) !== recordId)
          errors.push(`index ${index.name} misses record ${recordId}`);
      }
    }
  }
  const keysPerIndex: { [index: string]: number } = {};
  for (const [index, count] of expected) {
    const own = prefix(SPACE.indexes, index.id);
    const held = kv.count(own, after(own));
    keysPerIndex[index.name] = held;
    if (held !== count) errors.push(`index ${index.name} has ${held} entries, its documents have ${count}`);
  }
  if (documents !== collection.count) errors.push(`${documents} documents, but ${collection.count} counted`);
  const last = kv.get(documentKey(collection.id, collection.nextRecordId));
  if (last) errors.push(`record ${collection.nextRecordId} is taken already`);
  return { errors, keysPerIndex };
}

import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import { EXACT_KEY_BYTES, SPACE, after, prefix, readRecordId } from "../store/keyspace";
import type { Entry } from "../store/kv";
import type { Store } from "../store/store";
import type { IndexPlan, KeyRange, Plan } from "./plan";

/** Counts what a query looked at, for explain. */
export interface Examined {
  keys: number;
  documents: number;
}

interface Source {
  store: Store;
  collection: Collection;
  examined: Examined;
}

function bytesOf(plan: IndexPlan, range: KeyRange): readonly [Buffer, Buffer] {
  const own = prefix(SPACE.indexes, plan.index.id);
  const end = range.end.length === 0 ? after(own) : Buffer.concat([own, range.end]);
  return [Buffer.concat([own, range.start]), end];
}

/** Whether each range of a plan can hold one entry at most: all fields of a unique index are fixed. */
function holdsSingleEntries({ index, equalities }: IndexPlan): boolean {
  return index.unique && equalities === index.fields.length;
}

function* rangeByRange({ store }: Source, plan: IndexPlan): Generator<Entry, void, void> {
  const ranges = plan.backwards ? [...plan.ranges].reverse() : plan.ranges;
  const single = holdsSingleEntries(plan);
  for (const range of ranges) {
    if (single && range.fixed < EXACT_KEY_BYTES) {
      const key = Buffer.concat([prefix(SPACE.indexes, plan.index.id), range.start]);
      const value = store.kv.get(key);
      if (value) yield [key, value];
    } else yield* store.kv.range(...bytesOf(plan, range), plan.backwards);
  }
}

/** Reads several ranges side by side, smallest key behind the fixed bytes first. */
function* merged({ store }: Source, plan: IndexPlan): Generator<Entry, void, void> {
  const heads = plan.ranges.flatMap((range) => {
    const entries = store.kv.range(...bytesOf(plan, range), plan.backwards);
    const first = entries.next();
    const skip = prefix(SPACE.indexes, plan.index.id).length + range.fixed;
    return first.done ? [] : [{ entries, entry: first.value, rest: first.value[0].subarray(skip), skip }];
  });
  const turn = plan.backwards ? -1 : 1;
  while (heads.length > 0) {
    let least = 0;
    for (let i = 1; i < heads.length; i++) {
      const [a, b] = [heads[i], heads[least]];
      if (a && b && Buffer.compare(a.rest, b.rest) * turn < 0) least = i;
    }
    const head = heads[least];
    if (!head) return;
    yield head.entry;
    const next = head.entries.next();
    if (next.done) heads.splice(least, 1);
    else [head.entry, head.rest] = [next.value, next.value[0].subarray(head.skip)];
  }
}

/** Record ids of an index plan; each once, though a multikey index or several ranges may name one repeatedly. */
function* recordIds(source: Source, plan: IndexPlan): Generator<number, void, void> {
  const entries = plan.merge ? merged(source, plan) : rangeByRange(source, plan);
  const overlap = plan.index.multikey || plan.ranges.some(({ fixed }) => fixed >= EXACT_KEY_BYTES);
  const seen = overlap ? new Set<number>() : undefined;
  for (const [, value] of entries) {
    source.examined.keys++;
    const recordId = readRecordId(value);
    if (seen?.has(recordId)) continue;
    seen?.add(recordId);
    yield recordId;
  }
}

function* byIndex(source: Source, plan: IndexPlan, seen?: Set<number>): Generator<StoredRecord, void, void> {
  const { store, collection, examined } = source;
  for (const recordId of recordIds(source, plan)) {
    if (seen?.has(recordId)) continue;
    seen?.add(recordId);
    const bytes = store.documents.get(collection, recordId);
    if (!bytes) continue;
    examined.documents++;
    yield { recordId, bytes };
  }
}

/** The records that a plan finds, in its order, each once. */
export function* fetch(
  store: Store,
  collection: Collection,
  plan: Plan,
  examined: Examined = { keys: 0, documents: 0 },
): Generator<StoredRecord, void, void> {
  const source = { store, collection, examined };
  if (plan.kind === "index") {
    yield* byIndex(source, plan);
  } else if (plan.kind === "union") {
    const seen = new Set<number>();
    for (const branch of plan.branches) yield* byIndex(source, branch, seen);
  } else {
    for (const record of store.documents.scan(collection, plan.backwards)) {
      examined.documents++;
      yield record;
    }
  }
}

/** Number of entries in the ranges of an exact plan: the answer to a count without reading a document. */
export function countEntries(store: Store, plan: IndexPlan): number {
  return plan.ranges.reduce((sum, range) => sum + store.kv.count(...bytesOf(plan, range)), 0);
}

import { MongoError } from "../errors";
import { decode } from "../bson/decode";
import { getField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import { EMPTY_ARRAY } from "../keys/encode";
import type { Catalog } from "./catalog";
import type { Collection } from "./collection";
import type { Index } from "./indexDefinition";
import {
  SPACE,
  after,
  documentKey,
  indexEntryKey,
  prefix,
  readRecordId,
  recordIdBytes,
  recordIdOfDocumentKey,
} from "./keyspace";
import type { Kv } from "./kv";
import { verifyCollection } from "./verify";
import type { Verification } from "./verify";

/** A stored document. */
export interface StoredRecord {
  recordId: number;
  bytes: Buffer;
}

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

type Change = readonly [key: Buffer, value: Buffer | undefined];

/** Reads and writes documents and keeps every index in step. Writing belongs into a write transaction. */
export class Documents {
  constructor(
    private readonly kv: Kv,
    private readonly catalog: Catalog,
  ) {}

  get(collection: Collection, recordId: number): Buffer | undefined {
    return this.kv.get(documentKey(collection.id, recordId));
  }

  /** The record with this `_id`. */
  byId(collection: Collection, id: Value): StoredRecord | undefined {
    const [encoded] = collection.idIndex.keysOf({ _id: id });
    if (!encoded) return undefined;
    const found = this.kv.get(indexEntryKey(collection.idIndex.id, encoded, undefined));
    if (!found) return undefined;
    const recordId = readRecordId(found);
    const bytes = this.get(collection, recordId);
    return bytes && { recordId, bytes };
  }

  *scan(collection: Collection, backwards = false): Generator<StoredRecord, void, void> {
    const start = prefix(SPACE.documents, collection.id);
    for (const [key, bytes] of this.kv.range(start, after(start), backwards)) {
      yield { recordId: recordIdOfDocumentKey(key), bytes };
    }
  }

  /** @throws MongoError 11000 for a duplicate key; nothing is written then */
  insert(collection: Collection, doc: Doc, bytes: Buffer): void {
    checkSize(bytes);
    const recordId = collection.nextRecordId;
    const changes: Change[] = [];
    for (const index of collection.indexes) {
      for (const encoded of this.keysOf(collection, index, doc)) {
        changes.push(this.added(collection, index, doc, encoded, recordId));
      }
    }
    collection.nextRecordId++;
    this.kv.put(documentKey(collection.id, recordId), bytes);
    this.apply(changes);
    collection.count++;
    collection.bytes += bytes.length;
    this.catalog.touch(collection);
    if (collection.capped) this.trim(collection);
  }

  /** @throws MongoError 11000 for a duplicate key; nothing is written then */
  replace(collection: Collection, record: StoredRecord, before: Doc, doc: Doc, bytes: Buffer): void {
    checkSize(bytes);
    const { recordId } = record;
    const changes: Change[] = [];
    for (const index of collection.indexes) {
      const old = index.keysOf(before);
      const now = this.keysOf(collection, index, doc);
      for (const encoded of now) {
        if (!old.some((key) => key.equals(encoded))) {
          changes.push(this.added(collection, index, doc, encoded, recordId));
        }
      }
      for (const encoded of old) {
        if (!now.some((key) => key.equals(encoded))) changes.push(this.removed(index, encoded, recordId));
      }
    }
    this.kv.put(documentKey(collection.id, recordId), bytes);
    this.apply(changes);
    collection.bytes += bytes.length - record.bytes.length;
    this.catalog.touch(collection);
  }

  remove(collection: Collection, record: StoredRecord, doc: Doc): void {
    for (const index of collection.indexes) {
      this.apply(index.keysOf(doc).map((encoded) => this.removed(index, encoded, record.recordId)));
    }
    this.kv.remove(documentKey(collection.id, record.recordId));
    collection.count--;
    collection.bytes -= record.bytes.length;
    this.catalog.touch(collection);
  }

  /** Fills a new index from the documents and adds it to the collection. */
  build(collection: Collection, spec: Doc): Index {
    const index = this.catalog.newIndex(spec);
    for (const { recordId, bytes } of this.scan(collection)) {
      const doc = decode(bytes);
      this.apply(index.keysOf(doc).map((encoded) => this.added(collection, index, doc, encoded, recordId)));
    }
    collection.indexes.push(index);
    this.catalog.save(collection);
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.kv.clear(prefix(SPACE.indexes, index.id));
    this.catalog.save(collection);
  }

  /** Looks for index entries that miss or are left over. */
  verify(collection: Collection): Verification {
    return verifyCollection(this.kv, collection, this.scan(collection));
  }

  private keysOf(collection: Collection, index: Index, doc: Doc): Buffer[] {
    const { multikey } = index;
    const keys = index.keysOf(doc);
    if (index.multikey !== multikey) this.catalog.save(collection);
    return keys;
  }

  private added(collection: Collection, index: Index, doc: Doc, encoded: Buffer, recordId: number): Change {
    const key = indexEntryKey(index.id, encoded, index.unique ? undefined : recordId);
    if (index.unique) {
      const holder = this.kv.get(key);
      if (holder && readRecordId(holder) !== recordId) throw duplicateKey(collection, index, doc, encoded);
    }
    return [key, recordIdBytes(recordId)];
  }

  private removed(index: Index, encoded: Buffer, recordId: number): Change {
    return [indexEntryKey(index.id, encoded, index.unique ? undefined : recordId), undefined];
  }

  private apply(changes: readonly Change[]): void {
    for (const [key, value] of changes) {
      if (value) this.kv.put(key, value);
      else this.kv.remove(key);
    }
  }

  /** Removes the oldest documents of a capped collection until it keeps its limits. */
  private trim(collection: Collection): void {
    const { size, max } = collection.options;
    const [mostBytes, most] = [Number(size ?? Infinity), Number(max ?? Infinity) || Infinity];
    for (const record of this.scan(collection)) {
      if (collection.count <= most && (collection.bytes <= mostBytes || collection.count <= 1)) return;
      this.remove(collection, record, decode(record.bytes));
    }
  }
}

function checkSize(bytes: Buffer): void {
  if (bytes.length <= MAX_DOCUMENT_BYTES) return;
  throw new MongoError(
    10334,
    `BSONObj size: ${bytes.length} (0x${bytes.length.toString(16).toUpperCase()}) is invalid. Size must be between 0 and 16793600(16MB) First element: _id`,
  );
}

/** The error E11000 with the pattern and the values of the key. */
export function duplicateKey(collection: Collection, index: Index, doc: Doc, encoded: Buffer): MongoError {
  const values = index.valuesOf(doc, encoded);
  const keyValue: Doc = {};
  index.fields.forEach((field, i) => {
    const value = values[i];
    keyValue[field] = value === EMPTY_ARRAY || value === undefined ? null : value;
  });
  const shown = index.fields.map((field) => `${field}: ${show(getField(keyValue, field))}`).join(", ");
  return new MongoError(
    11000,
    `E11000 duplicate key error collection: ${collection.ns} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: index.key, keyValue },
  );
}

import { UUID } from "bson";
import { decode } from "../bson/decode";
import { encode } from "../bson/encode";
import { toNumber } from "../bson/value";
import type { Doc } from "../bson/value";
import { MongoError } from "../errors";
import { Collection, idIndexSpec, loadCollection } from "./collection";
import { Index } from "./indexDefinition";
import { SPACE, after, prefix, recordIdOfDocumentKey } from "./keyspace";
import type { Kv } from "./kv";

const CATALOG = Buffer.from([SPACE.catalog]);
const MAX_NAMESPACE_BYTES = 255;

function catalogKey(ns: string): Buffer {
  return Buffer.concat([CATALOG, Buffer.from(ns, "utf8")]);
}

function checkName(ns: string, name: string): void {
  const bad = name === "" || name.startsWith(".") || name.includes("$") || name.includes("\0");
  if (bad) throw new MongoError(73, `Invalid namespace specified '${ns}'`);
  if (Buffer.byteLength(ns) > MAX_NAMESPACE_BYTES) {
    throw new MongoError(
      73,
      `Fully qualified namespace is too long. Namespace: ${ns} Max: ${MAX_NAMESPACE_BYTES}`,
    );
  }
}

/** The collections of all databases, in memory and on disk. Changes belong into a write transaction. */
export class Catalog {
  private collections = new Map<string, Collection>();
  private nextId = 1;
  private readonly touched = new Set<Collection>();

  constructor(private readonly kv: Kv) {
    this.load();
  }

  /** Reads everything again from disk: at the start, and after a transaction that was given up. */
  load(): void {
    this.collections = new Map();
    this.touched.clear();
    for (const [, bytes] of this.kv.range(CATALOG, after(CATALOG))) {
      const collection = loadCollection(bytes);
      this.collections.set(collection.ns, collection);
      for (const { id } of [collection, ...collection.indexes]) this.nextId = Math.max(this.nextId, id + 1);
      this.loadCounts(collection);
    }
  }

  private loadCounts(collection: Collection): void {
    const last = this.kv.last(prefix(SPACE.documents, collection.id));
    collection.nextRecordId = last ? recordIdOfDocumentKey(last[0]) + 1 : 1;
    const stored = this.kv.get(prefix(SPACE.counts, collection.id));
    if (!stored) return;
    const counts = decode(stored);
    collection.count = toNumber(counts["count"]);
    collection.bytes = toNumber(counts["bytes"]);
  }

  get(ns: string): Collection | undefined {
    return this.collections.get(ns);
  }

  all(): Collection[] {
    return [...this.collections.values()];
  }

  inDatabase(db: string): Collection[] {
    return this.all().filter((collection) => collection.db === db);
  }

  /** @throws MongoError 73 for a name MongoDB does not allow */
  create(ns: string, options: Doc = {}): Collection {
    checkName(ns, ns.slice(ns.indexOf(".") + 1));
    const collection = new Collection(this.nextId++, ns, new UUID().toBinary(), options);
    collection.indexes.push(new Index(this.nextId++, idIndexSpec(), false));
    this.collections.set(ns, collection);
    this.save(collection);
    return collection;
  }

  newIndex(spec: Doc): Index {
    return new Index(this.nextId++, spec, false);
  }

  save(collection: Collection): void {
    this.kv.put(catalogKey(collection.ns), collection.toBytes());
  }

  drop(collection: Collection): void {
    this.kv.clear(prefix(SPACE.documents, collection.id));
    for (const index of collection.indexes) this.kv.clear(prefix(SPACE.indexes, index.id));
    this.kv.remove(prefix(SPACE.counts, collection.id));
    this.kv.remove(catalogKey(collection.ns));
    this.collections.delete(collection.ns);
    this.touched.delete(collection);
  }

  rename(collection: Collection, ns: string): void {
    checkName(ns, ns.slice(ns.indexOf(".") + 1));
    this.kv.remove(catalogKey(collection.ns));
    this.collections.delete(collection.ns);
    collection.ns = ns;
    this.collections.set(ns, collection);
    this.save(collection);
  }

  /** Notes that the counts of a collection changed in the present transaction. */
  touch(collection: Collection): void {
    this.touched.add(collection);
  }

  /** Writes the counts that changed: the last act of a transaction. */
  saveCounts(): void {
    for (const { id, count, bytes } of this.touched) {
      this.kv.put(prefix(SPACE.counts, id), encode({ count, bytes }));
    }
    this.touched.clear();
  }
}

import { mkdirSync } from "node:fs";
import type { Doc } from "../bson/value";
import { MongoError } from "../errors";
import { Catalog } from "./catalog";
import type { Collection } from "./collection";
import { Documents } from "./documents";
import { Kv } from "./kv";
import { takeDirectory } from "./owner";
import { Retries } from "./retries";
import { Writer } from "./writer";

/** The data directory, opened: collections, documents, and the one way to change them. */
export class Store {
  readonly kv: Kv;
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly retries: Retries;
  private readonly writer: Writer;
  private readonly giveUp: () => void;

  /** @throws DirectoryInUse when another process owns the directory */
  constructor(path: string) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    this.giveUp = takeDirectory(path);
    this.kv = new Kv(path);
    this.catalog = new Catalog(this.kv);
    this.documents = new Documents(this.kv, this.catalog);
    this.retries = new Retries(this.kv);
    this.writer = new Writer(this);
  }

  /** Queues a change; the promise resolves when it is on disk. */
  change<T>(run: () => T): Promise<T> {
    return this.writer.submit(run);
  }

  transaction<T>(work: () => T): T {
    try {
      return this.kv.write(() => {
        const result = work();
        this.catalog.saveCounts();
        return result;
      });
    } catch (error) {
      this.catalog.load();
      throw error;
    }
  }

  /** The collection, made when it is missing. Belongs into a change. */
  ensure(ns: string, options?: Doc): Collection {
    return this.catalog.get(ns) ?? this.catalog.create(ns, options);
  }

  /** @throws MongoError 26 when there is no such collection */
  require(ns: string, message = `ns does not exist: ${ns}`): Collection {
    const collection = this.catalog.get(ns);
    if (!collection) throw new MongoError(26, message);
    return collection;
  }

  async close(): Promise<void> {
    await this.change(() => undefined);
    await this.kv.close();
    this.giveUp();
  }
}

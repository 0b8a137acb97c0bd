import { ABORT, open } from "lmdb";
import type { RootDatabase } from "lmdb";
import { after } from "./keyspace";

const FIRST_CHUNK = 32;
const CHUNK = 256;

export type Entry = readonly [key: Buffer, value: Buffer];

/** The sorted map of bytes that everything is kept in: LMDB, opened so that a commit is on disk when it returns. */
export class Kv {
  private readonly db: RootDatabase<Buffer, Buffer>;
  private inside = false;

  constructor(path: string) {
    this.db = open<Buffer, Buffer>({
      path,
      noSubdir: false,
      keyEncoding: "binary",
      encoding: "binary",
      compression: false,
      cache: false,
      overlappingSync: false,
      maxReaders: 64,
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.db.get(key);
  }

  has(key: Buffer): boolean {
    return this.db.doesExist(key);
  }

  put(key: Buffer, value: Buffer): void {
    this.db.putSync(key, value);
  }

  remove(key: Buffer): void {
    this.db.removeSync(key);
  }

  /** Entries from `start` up to but not including `end`; reads in chunks, so that writes meanwhile are allowed. */
  *range(start: Buffer, end: Buffer, backwards = false): Generator<Entry, void, void> {
    let from = backwards ? end : start;
    let exclusiveStart = backwards;
    const to = backwards ? start : end;
    let limit = FIRST_CHUNK;
    for (;;) {
      const chunk = Array.from(
        this.db.getRange({
          start: from,
          end: to,
          limit,
          exclusiveStart,
          ...(backwards ? { reverse: true, inclusiveEnd: true } : {}),
        }),
      );
      let last: Buffer | undefined;
      for (const { key, value } of chunk) {
        last = key;
        yield [key, value];
      }
      if (chunk.length < limit || !last) return;
      from = last;
      exclusiveStart = true;
      limit = CHUNK;
    }
  }

  count(start: Buffer, end: Buffer, limit?: number): number {
    return this.db.getKeysCount({ start, end, ...(limit === undefined ? {} : { limit }) });
  }

  /** The last entry whose key begins with `prefix`. */
  last(prefix: Buffer): Entry | undefined {
    for (const entry of this.range(prefix, after(prefix), true)) return entry;
    return undefined;
  }

  /** Removes every entry whose key begins with `prefix`. */
  clear(prefix: Buffer): void {
    const keys = Array.from(this.db.getKeys({ start: prefix, end: after(prefix) }));
    for (const key of keys) this.db.removeSync(key);
  }

  /**
   * Runs `work` in one write transaction: when this returns, all of it is on disk; when `work` throws, none of it is.
   * A call inside another joins it.
   */
  write<T>(work: () => T): T {
    if (this.inside) return work();
    this.inside = true;
    let result: { value: T } | { error: unknown } | undefined;
    try {
      this.db.transactionSync(() => {
        try {
          result = { value: work() };
          return undefined;
        } catch (error) {
          result = { error };
          return ABORT;
        }
      });
    } finally {
      this.inside = false;
    }
    if (!result) throw new Error("the write transaction did not run");
    if ("error" in result) throw result.error;
    return result.value;
  }

  async close(): Promise<void> {
    await this.db.flushed;
    await this.db.close();
  }
}

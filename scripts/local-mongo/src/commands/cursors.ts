import { Long } from "bson";
import { MongoError } from "../errors";
import { cursorReply } from "../bson/encode";
import { PAUSE } from "../pause";
import type { Pause } from "../pause";
import { RawReply } from "./handler";

export type Documents = Iterator<Buffer | Pause, unknown, undefined>;

export interface CursorOptions {
  /** documents of the first batch; 101 when it is not said */
  batchSize?: number | undefined;
  /** no more than one batch is wanted */
  singleBatch?: boolean;
  session?: string;
  /** when the work has to be given up, in milliseconds since the epoch */
  deadline?: number | undefined;
  /** tailable: instead of ending, the cursor waits for more */
  tail?: Tail;
}

/** A cursor on a capped collection that outlives its last document. */
export interface Tail {
  /** everything inserted since the last call */
  more(): Documents;
  awaitData: boolean;
}

interface Cursor {
  id: Long;
  ns: string;
  source: Documents;
  /** read ahead, to know whether there is more */
  next: Buffer | undefined;
  session: string;
  usedAt: number;
  busy: boolean;
  tail: Tail | undefined;
}

const FIRST_BATCH = 101;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60 * 1000;
const AWAIT_MS = 1000;
const POLL_MS = 20;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function expired(deadline: number | undefined): boolean {
  return deadline !== undefined && Date.now() > deadline;
}

/** The open cursors of all clients. */
export class Cursors {
  private readonly open = new Map<string, Cursor>();
  private lastId = BigInt(Date.now()) << 20n;

  get size(): number {
    return this.open.size;
  }

  /** Reads ahead by one document, letting others have their turn at every pause. */
  private async peek(cursor: Cursor, deadline?: number): Promise<boolean> {
    while (!cursor.next) {
      const { value, done } = cursor.source.next();
      if (done) return false;
      if (value === PAUSE) {
        await nextTurn();
        if (expired(deadline)) throw new MongoError(50, "operation exceeded time limit");
      } else cursor.next = value;
    }
    return true;
  }

  private async batch(cursor: Cursor, size: number, deadline?: number): Promise<Buffer[]> {
    const docs: Buffer[] = [];
    let bytes = 0;
    while (docs.length < size && (await this.peek(cursor, deadline))) {
      const { next } = cursor;
      if (!next || (docs.length > 0 && bytes + next.length > MAX_BATCH_BYTES)) break;
      docs.push(next);
      bytes += next.length;
      cursor.next = undefined;
    }
    return docs;
  }

  /** Answers with the first batch and keeps the cursor when there is more. */
  async first(ns: string, source: Documents, options: CursorOptions = {}): Promise<RawReply> {
    const { batchSize = FIRST_BATCH, singleBatch = false, session = "", deadline, tail } = options;
    const cursor: Cursor = {
      id: Long.ZERO,
      ns,
      source,
      next: undefined,
      session,
      usedAt: Date.now(),
      busy: false,
      tail,
    };
    const docs = await this.batch(cursor, batchSize, deadline);
    const more = !singleBatch && (tail !== undefined || (await this.peek(cursor, deadline)));
    if (more) {
      this.lastId += BigInt(1 + Math.floor(Math.random() * 1000));
      cursor.id = Long.fromBigInt(this.lastId);
      this.open.set(cursor.id.toString(), cursor);
    } else source.return?.();
    return new RawReply(cursorReply("firstBatch", docs, cursor.id, ns));
  }

  /** @throws MongoError 43 for a cursor that is not (or no longer) open */
  async more(
    id: Long,
    ns: string,
    batchSize: number | undefined,
    maxTimeMs: number | undefined,
  ): Promise<RawReply> {
    const cursor = this.open.get(id.toString());
    if (!cursor) throw new MongoError(43, `cursor id ${id.toString()} not found`);
    if (cursor.ns !== ns) {
      throw new MongoError(
        13,
        `Requested getMore on namespace '${ns}', but cursor belongs to a different namespace ${cursor.ns}`,
      );
    }
    if (cursor.busy) throw new MongoError(12051, `cursor id ${id.toString()} is already in use`);
    cursor.busy = true;
    cursor.usedAt = Date.now();
    try {
      return await this.nextBatch(cursor, batchSize || Infinity, maxTimeMs);
    } catch (error) {
      this.open.delete(id.toString());
      throw error;
    } finally {
      cursor.busy = false;
    }
  }

  private async nextBatch(cursor: Cursor, size: number, maxTimeMs: number | undefined): Promise<RawReply> {
    const { tail, ns, id } = cursor;
    if (tail)
      return new RawReply(
        cursorReply("nextBatch", await this.tailBatch(cursor, tail, size, maxTimeMs), id, ns),
      );
    const deadline = maxTimeMs === undefined ? undefined : Date.now() + maxTimeMs;
    const docs = await this.batch(cursor, size, deadline);
    const more = await this.peek(cursor, deadline);
    if (!more) this.open.delete(id.toString());
    return new RawReply(cursorReply("nextBatch", docs, more ? id : Long.ZERO, ns));
  }

  private async tailBatch(cursor: Cursor, tail: Tail, size: number, maxTimeMs = AWAIT_MS): Promise<Buffer[]> {
    const until = Date.now() + (tail.awaitData ? maxTimeMs : 0);
    for (;;) {
      const docs = await this.batch(cursor, size);
      if (docs.length > 0 || Date.now() >= until || !this.open.has(cursor.id.toString())) return docs;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      cursor.source = tail.more();
    }
  }

  /** Closes a cursor. @returns whether it was open */
  kill(id: Long): boolean {
    const cursor = this.open.get(id.toString());
    if (!cursor) return false;
    if (!cursor.busy) cursor.source.return?.();
    return this.open.delete(id.toString());
  }

  killSession(session: string): void {
    for (const cursor of [...this.open.values()]) if (cursor.session === session) this.kill(cursor.id);
  }

  /** Closes cursors on a namespace that is gone. */
  killNamespace(ns: string): void {
    for (const cursor of [...this.open.values()]) if (cursor.ns === ns) this.kill(cursor.id);
  }

  /** Closes what nobody asked for since ten minutes. */
  closeIdle(now = Date.now()): void {
    for (const cursor of [...this.open.values()]) if (now - cursor.usedAt > IDLE_MS) this.kill(cursor.id);
  }
}

import { Long } from "bson";
import { decode } from "../bson/decode";
import { encode } from "../bson/encode";
import { isDoc, isLong } from "../bson/value";
import type { Doc } from "../bson/value";
import { MongoError } from "../errors";
import { SPACE, after } from "./keyspace";
import type { Kv } from "./kv";

const RETRIES = Buffer.from([SPACE.retries]);

function retryKey(session: Buffer): Buffer {
  return Buffer.concat([RETRIES, session]);
}

/**
 * The last retryable write of every session with its reply, written in the same transaction as what it changed: a
 * driver that asks again after a crash gets the reply, and nothing happens twice.
 */
export class Retries {
  constructor(private readonly kv: Kv) {}

  /**
   * The reply that a statement got before, if it was executed.
   * @throws MongoError 225 when the session has already begun a later statement
   */
  recall(session: Buffer, number: bigint): Doc | undefined {
    const bytes = this.kv.get(retryKey(session));
    if (!bytes) return undefined;
    const stored = decode(bytes);
    const last = isLong(stored["number"]) ? stored["number"].toBigInt() : -1n;
    if (last > number) {
      throw new MongoError(
        225,
        `Retryable write with txnNumber ${number} is prohibited on session because a newer retryable write with txnNumber ${last} has already started on this session.`,
      );
    }
    return last === number && isDoc(stored["reply"]) ? stored["reply"] : undefined;
  }

  remember(session: Buffer, number: bigint, reply: Doc): void {
    this.kv.put(retryKey(session), encode({ number: Long.fromBigInt(number), at: new Date(), reply }));
  }

  /** Forgets what sessions did before `before`; drivers do not ask that late. */
  forget(before: Date): number {
    const old: Buffer[] = [];
    for (const [key, bytes] of this.kv.range(RETRIES, after(RETRIES))) {
      const { at } = decode(bytes);
      if (!(at instanceof Date) || at < before) old.push(key);
    }
    for (const key of old) this.kv.remove(key);
    return old.length;
  }
}

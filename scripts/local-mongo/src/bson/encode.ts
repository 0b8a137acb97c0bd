import type { Long } from "bson";
import { Double, serialize } from "bson";
import type { Doc } from "./value";

/** Bytes of a document; missing (undefined) fields are left out. */
export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const OK = encode({ ok: new Double(1) }).subarray(4);
const CURSOR = Buffer.from("\x03cursor\0", "latin1");
const ID = Buffer.from("\x12id\0", "latin1");
const NS = Buffer.from("\x02ns\0", "latin1");
const LENGTH_BYTES = 4;

function digits(n: number): number {
  return n < 10 ? 1 : String(n).length;
}

/** Bytes of an array of documents: each has a type, its place as a name, and an end of the name. */
function arrayLength(docs: readonly Buffer[]): number {
  let length = LENGTH_BYTES + 1;
  docs.forEach((doc, i) => (length += 2 + digits(i) + doc.length));
  return length;
}

function writeArray(out: Buffer, start: number, docs: readonly Buffer[], length: number): number {
  let at = out.writeInt32LE(length, start);
  docs.forEach((doc, i) => {
    out[at++] = 0x03;
    at += out.write(String(i), at, "latin1");
    out[at++] = 0;
    out.set(doc, at);
    at += doc.length;
  });
  out[at++] = 0;
  return at;
}

/**
 * The reply `{cursor: {firstBatch | nextBatch: docs, id, ns}, ok: 1}` made of stored bytes: documents of a plain
 * find travel from disk to socket without being read.
 */
export function cursorReply(
  field: "firstBatch" | "nextBatch",
  docs: readonly Buffer[],
  id: Long,
  ns: string,
): Buffer {
  const name = Buffer.from(`\x04${field}\0`, "latin1");
  const nsBytes = Buffer.from(`${ns}\0`, "utf8");
  const array = arrayLength(docs);
  const tail = ID.length + 8 + NS.length + LENGTH_BYTES + nsBytes.length + 1;
  const cursor = LENGTH_BYTES + name.length + array + tail;
  const out = Buffer.allocUnsafe(LENGTH_BYTES + CURSOR.length + cursor + OK.length);
  let at = out.writeInt32LE(out.length, 0);
  at += CURSOR.copy(out, at);
  at = out.writeInt32LE(cursor, at);
  at += name.copy(out, at);
  at = writeArray(out, at, docs, array);
  at += ID.copy(out, at);
  at = out.writeInt32LE(id.low, at);
  at = out.writeInt32LE(id.high, at);
  at += NS.copy(out, at);
  at = out.writeInt32LE(nsBytes.length, at);
  at += nsBytes.copy(out, at);
  out[at++] = 0;
  OK.copy(out, at);
  return out;
}

import type { Long } from "bson";
import { Double, serialize } from "bson";
import type { Doc } from "./value";

/** Bytes of a document; missing (undefined) fields are left out. */
export function encode(doc: Doc): Buffer {
  const bytes = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function int32(n: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(n);
  return bytes;
}

const END = Buffer.from([0]);
const OK = encode({ ok: new Double(1) }).subarray(4);

function arrayBytes(docs: readonly Buffer[]): Buffer[] {
  const parts: Buffer[] = [];
  let length = 5;
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i];
    if (!doc) continue;
    const head = Buffer.from(`\x03${i}\0`, "latin1");
    parts.push(head, doc);
    length += head.length + doc.length;
  }
  return [int32(length), ...parts, END];
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
  const batch = [Buffer.from(`\x04${field}\0`, "latin1"), ...arrayBytes(docs)];
  const rest = encode({ id, ns }).subarray(4);
  const cursorLength = 4 + batch.reduce((sum, part) => sum + part.length, 0) + rest.length;
  const head = Buffer.from("\x03cursor\0", "latin1");
  const total = 4 + head.length + cursorLength + OK.length;
  return Buffer.concat([int32(total), head, int32(cursorLength), ...batch, rest, OK]);
}

import { createHash } from "node:crypto";

/**
 * How the one LMDB keyspace is divided, by first byte:
 * - `c` + namespace: a collection with its indexes (BSON);
 * - `n` + collection id: number and bytes of its documents;
 * - `d` + collection id + record id: a document (BSON), in order of insertion;
 * - `i` + index id + encoded values (+ record id unless unique): the record id;
 * - `r` + session id: the last retryable write of a session and its reply (BSON).
 */
export const SPACE = { catalog: 0x63, counts: 0x6e, documents: 0x64, indexes: 0x69, retries: 0x72 } as const;

const RECORD_ID_BYTES = 6;
const PREFIX_BYTES = 5;

/** LMDB keys end at 1,978 bytes; what is longer keeps its beginning and gets the hash of the whole. */
const MAX_ENCODED = 1900;
const HASH_BYTES = 20;

/** Encodings up to this length stand in an index as they are, so bounds of this length are safe. */
export const EXACT_KEY_BYTES = MAX_ENCODED - HASH_BYTES;

export function prefix(space: number, id: number): Buffer {
  const key = Buffer.allocUnsafe(PREFIX_BYTES);
  key[0] = space;
  key.writeUInt32BE(id, 1);
  return key;
}

/** The smallest key that is larger than every key beginning with `key`. */
export function after(key: Buffer): Buffer {
  for (let i = key.length - 1; i >= 0; i--) {
    const byte = key[i] ?? 0xff;
    if (byte < 0xff) {
      const larger = Buffer.from(key.subarray(0, i + 1));
      larger[i] = byte + 1;
      return larger;
    }
  }
  return Buffer.from([0xff]);
}

export function clip(encoded: Buffer): Buffer {
  if (encoded.length <= MAX_ENCODED) return encoded;
  const hash = createHash("sha1").update(encoded).digest();
  return Buffer.concat([encoded.subarray(0, EXACT_KEY_BYTES), hash]);
}

export function recordIdBytes(recordId: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_ID_BYTES);
  bytes.writeUIntBE(recordId, 0, RECORD_ID_BYTES);
  return bytes;
}

export function readRecordId(bytes: Buffer, at = 0): number {
  return bytes.readUIntBE(at, RECORD_ID_BYTES);
}

export function documentKey(collectionId: number, recordId: number): Buffer {
  const key = Buffer.allocUnsafe(PREFIX_BYTES + RECORD_ID_BYTES);
  key[0] = SPACE.documents;
  key.writeUInt32BE(collectionId, 1);
  key.writeUIntBE(recordId, PREFIX_BYTES, RECORD_ID_BYTES);
  return key;
}

export function recordIdOfDocumentKey(key: Buffer): number {
  return readRecordId(key, PREFIX_BYTES);
}

/** The key of an index entry: with the record id in a plain index, without it in a unique one. */
export function indexEntryKey(indexId: number, encoded: Buffer, recordId: number | undefined): Buffer {
  const parts = [prefix(SPACE.indexes, indexId), clip(encoded)];
  if (recordId !== undefined) parts.push(recordIdBytes(recordId));
  return Buffer.concat(parts);
}

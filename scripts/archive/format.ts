import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** One collection of an archive: a stream of BSON documents in the order of their `_id`. */
export interface ArchivedCollection {
  name: string;
  /** File beside the manifest. */
  file: string;
  documents: number;
  bytes: number;
  /** Hex, over the bytes of the file. */
  sha256: string;
  options: Record<string, unknown>;
  indexes: Record<string, unknown>[];
}

/** What an archive says about itself. It is written last: a folder without it is not a backup. */
export interface Manifest {
  format: "talent-archive-1";
  madeAt: string;
  database: string;
  /** Whether all collections show the same moment. */
  snapshot: boolean;
  collections: ArchivedCollection[];
}

export const MANIFEST_FILE = "manifest.json";

/** @throws Error when the folder holds no whole archive */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), "utf8").catch(() => {
    throw new Error(`${folder} holds no whole backup: ${MANIFEST_FILE} is missing.`);
  });
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== "talent-archive-1")
    throw new Error(`${folder} was made by another program: format ${String(manifest.format)}.`);
  return manifest;
}

/**
 * The single documents of a BSON stream, as they lie on disk.
 * @throws Error when the stream ends inside a document
 */
export async function* documentsIn(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let offset = 0;
    while (rest.length - offset >= 4) {
      const length = rest.readInt32LE(offset);
      if (length < 5) throw new Error(`${path} is damaged.`);
      if (rest.length - offset < length) break;
      yield rest.subarray(offset, offset + length);
      offset += length;
    }
    rest = rest.subarray(offset);
  }
  if (rest.length > 0) throw new Error(`${path} ends inside a document.`);
}

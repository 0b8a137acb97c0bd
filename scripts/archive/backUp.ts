import type { ClientSession, Db } from "mongodb";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readdirSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { listCollections, rawDocuments, type CollectionFacts } from "./collections";
import { MANIFEST_FILE, type ArchivedCollection, type Manifest } from "./format";

async function writeCollection(
  db: Db,
  facts: CollectionFacts,
  folder: string,
  session: ClientSession | undefined,
): Promise<ArchivedCollection> {
  const file = `${encodeURIComponent(facts.name)}.bson`;
  const hash = createHash("sha256");
  let documents = 0;
  let bytes = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const document of rawDocuments(db, facts.name, session)) {
      hash.update(document);
      documents += 1;
      bytes += document.length;
      yield document;
    }
  }
  await pipeline(counted, createWriteStream(join(folder, file), { mode: 0o600, flags: "wx" }));
  return { ...facts, file, documents, bytes, sha256: hash.digest("hex") };
}

/**
 * Whether this database can show all collections at one moment: it then names that moment (MongoDB 5.0 replica sets
 * do; the embedded stand-in reads what is there now).
 */
async function canSnapshot(db: Db): Promise<boolean> {
  try {
    const { cursor } = await db.command({ find: "loads", limit: 1, readConcern: { level: "snapshot" } });
    return (cursor as { atClusterTime?: unknown }).atClusterTime !== undefined;
  } catch {
    return false;
  }
}

/**
 * Writes the whole database, files and indexes included, into a new folder.
 * @param madeAt the time to note
 * @throws Error when the folder is not empty
 */
export async function backUp(db: Db, folder: string, madeAt: Date): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty. A backup goes into a folder of its own.`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const snapshot = await canSnapshot(db);
  const session = snapshot ? db.client.startSession({ snapshot: true }) : undefined;
  try {
    const collections: ArchivedCollection[] = [];
    for (const facts of await listCollections(db))
      collections.push(await writeCollection(db, facts, folder, session));
    const manifest: Manifest = {
      format: "talent-archive-1",
      madeAt: madeAt.toISOString(),
      database: db.databaseName,
      snapshot,
      collections,
    };
    const draft = join(folder, `${MANIFEST_FILE}.new`);
    await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, join(folder, MANIFEST_FILE));
    return manifest;
  } finally {
    await session?.endSession();
  }
}

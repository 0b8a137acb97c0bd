import { BSON, type Db, type Document } from "mongodb";
import { join } from "node:path";
import { digestOf, listCollections, rawDocuments } from "./collections";
import { documentsIn, readManifest, type ArchivedCollection, type Manifest } from "./format";

/** Documents per insert, and bytes after which a batch is sent earlier. */
const BATCH = { documents: 1000, bytes: 8 * 1024 * 1024 };

/** Every BSON type comes out as it went in: no number becomes another kind of number. */
const EXACT: BSON.DeserializeOptions = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
};

async function* batches(path: string): AsyncGenerator<Document[]> {
  let batch: Document[] = [];
  let bytes = 0;
  for await (const raw of documentsIn(path)) {
    batch.push(BSON.deserialize(raw, EXACT));
    bytes += raw.length;
    if (batch.length < BATCH.documents && bytes < BATCH.bytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

async function putCollection(db: Db, archived: ArchivedCollection, folder: string): Promise<void> {
  await db.createCollection(archived.name, archived.options);
  for await (const batch of batches(join(folder, archived.file)))
    await db.collection(archived.name).insertMany(batch, { ordered: true });
  const indexes = archived.indexes.filter(({ name }) => name !== "_id_");
  if (indexes.length > 0) await db.command({ createIndexes: archived.name, indexes });
}

async function checkFiles(folder: string, manifest: Manifest): Promise<void> {
  for (const { name, file, sha256 } of manifest.collections) {
    const found = await digestOf(documentsIn(join(folder, file)));
    if (found.sha256 !== sha256)
      throw new Error(`${file} is damaged: its hash does not match. Nothing was restored (${name}).`);
  }
}

/**
 * Restores an archive into an empty database.
 * @throws Error when the database holds anything, or a file of the archive is damaged: then nothing was written
 */
export async function putBack(db: Db, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const present = await listCollections(db);
  if (present.length > 0)
    throw new Error(
      `The database ${db.databaseName} is not empty (${present.map(({ name }) => name).join(", ")}). Restore into an empty one.`,
    );
  await checkFiles(folder, manifest);
  for (const archived of manifest.collections) await putCollection(db, archived, folder);
  return manifest;
}

function differenceOf(
  archived: ArchivedCollection,
  found: Awaited<ReturnType<typeof digestOf>>,
): string | undefined {
  if (found.documents !== archived.documents)
    return `${archived.name}: ${found.documents} documents instead of ${archived.documents}`;
  return found.sha256 === archived.sha256 ? undefined : `${archived.name}: other content`;
}

/** Sentences about what differs between an archive and a database; empty when they are equal. */
export async function compare(db: Db, folder: string): Promise<string[]> {
  const manifest = await readManifest(folder);
  const present = new Map((await listCollections(db)).map((facts) => [facts.name, facts]));
  const differences: string[] = [];
  for (const archived of manifest.collections) {
    const facts = present.get(archived.name);
    present.delete(archived.name);
    if (facts === undefined) {
      differences.push(`${archived.name}: missing`);
      continue;
    }
    const content = differenceOf(archived, await digestOf(rawDocuments(db, archived.name)));
    if (content !== undefined) differences.push(content);
    if (JSON.stringify(facts.indexes) !== JSON.stringify(archived.indexes))
      differences.push(`${archived.name}: other indexes`);
  }
  for (const name of present.keys()) differences.push(`${name}: not in the backup`);
  return differences;
}

import type { ClientSession, Db, Document } from "mongodb";
import { createHash } from "node:crypto";

/** Facts of a collection that make two of them equal. */
export interface CollectionFacts {
  name: string;
  options: Record<string, unknown>;
  indexes: Record<string, unknown>[];
}

/** Parts of an index description that say how it is stored, not what it is. */
const STORAGE_FACTS = new Set(["v", "ns", "background"]);

function indexFacts(index: Document): Record<string, unknown> {
  return Object.fromEntries(Object.entries(index).filter(([key]) => !STORAGE_FACTS.has(key)));
}

/** Every collection with its options and indexes, by name. Views and system collections hold no data of ours. */
export async function listCollections(db: Db): Promise<CollectionFacts[]> {
  const found = await db.listCollections({}, { nameOnly: false }).toArray();
  const named = found
    .filter(({ name, type }) => type !== "view" && !name.startsWith("system."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const facts: CollectionFacts[] = [];
  for (const { name, ...rest } of named) {
    const indexes = (await db.collection(name).listIndexes().toArray()).map(indexFacts);
    indexes.sort((a, b) => (String(a["name"]) < String(b["name"]) ? -1 : 1));
    const options = "options" in rest && typeof rest.options === "object" ? { ...rest.options } : {};
    facts.push({ name, options: options, indexes });
  }
  return facts;
}

/** The documents of a collection as raw BSON, in the order of their `_id`. */
export async function* rawDocuments(db: Db, name: string, session?: ClientSession): AsyncGenerator<Buffer> {
  const cursor = db
    .collection(name)
    .find({}, { raw: true, batchSize: 500, ...(session === undefined ? {} : { session }) })
    .sort({ _id: 1 });
  for await (const document of cursor) yield document as unknown as Buffer;
}

/** Count, size and hash of a collection's documents. */
export async function digestOf(
  documents: AsyncIterable<Buffer>,
): Promise<{ documents: number; bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let count = 0;
  let bytes = 0;
  for await (const document of documents) {
    hash.update(document);
    count += 1;
    bytes += document.length;
  }
  return { documents: count, bytes, sha256: hash.digest("hex") };
}

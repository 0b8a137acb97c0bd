import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import type { Collection, Document } from "mongodb";
import { startStandIn } from "../support/localMongo";

const ROUNDS = 20;
const WRITERS = 6;
const LIFE_MS = 250;

let path: string;

beforeAll(() => {
  path = mkdtempSync(join(tmpdir(), "local-mongo-crash-"));
});

afterAll(() => rmSync(path, { recursive: true, force: true }));

/** What the clients were told: the number every acknowledged document had last. */
class Acknowledged {
  readonly numbers = new Map<string, number>();
  readonly removed = new Set<string>();

  /** Writes until the server is gone. A write without answer may or may not have happened; it is not counted. */
  async writer(things: Collection<Document & { _id: string }>, name: string): Promise<void> {
    try {
      for (let i = 0; ; i++) {
        const id = `${name}-${i}`;
        await things.insertOne({ _id: id, n: 0, unique: id, group: i % 5, list: [i, i + 1] });
        this.numbers.set(id, 0);
        const previous = `${name}-${i - 3}`;
        if (i >= 3) {
          await things.updateOne(
            { _id: previous },
            { $set: { n: i, group: i % 7 }, $push: { list: i as never } },
          );
          this.numbers.set(previous, i);
        }
        const doomed = `${name}-${i - 8}`;
        if (i >= 8 && i % 4 === 0) {
          this.removed.add(doomed);
          await things.deleteOne({ _id: doomed });
        }
      }
    } catch {
      return;
    }
  }
}

async function verify(things: Collection<Document & { _id: string }>, told: Acknowledged): Promise<void> {
  const found = new Map((await things.find().toArray()).map(({ _id, ...doc }) => [_id, doc]));
  for (const [id, n] of told.numbers) {
    const doc = found.get(id);
    if (!doc) {
      if (!told.removed.has(id)) throw new Error(`${id} was acknowledged and is lost`);
    } else if (Number(doc["n"]) < n)
      throw new Error(`${id} was acknowledged with ${n} and has ${String(doc["n"])}`);
  }
  const checked = await things.db.command({ validate: "things" });
  expect(checked).toMatchObject({ valid: true, errors: [], nrecords: found.size });
}

test(`loses no acknowledged write over ${ROUNDS} kills, and its indexes stay right`, async () => {
  const told = new Acknowledged();
  for (let round = 0; round < ROUNDS; round++) {
    const mongo = await startStandIn({ path });
    const client = await MongoClient.connect(mongo.uri("crash"), {
      retryWrites: false,
      serverSelectionTimeoutMS: 500,
    });
    const things = client.db().collection<Document & { _id: string }>("things");
    if (round === 0) {
      await things.createIndexes([
        { key: { unique: 1 }, unique: true },
        { key: { group: 1, n: -1 } },
        { key: { list: 1 } },
      ]);
    } else await verify(things, told);
    const writers = Array.from({ length: WRITERS }, (_, n) => told.writer(things, `r${round}w${n}`));
    await new Promise((resolve) => setTimeout(resolve, LIFE_MS));
    await mongo.kill();
    await client.close(true);
    await Promise.all(writers);
  }
  const mongo = await startStandIn({ path });
  const client = await MongoClient.connect(mongo.uri("crash"));
  await verify(client.db().collection<Document & { _id: string }>("things"), told);
  await client.close();
  await mongo.stop();
  expect(told.numbers.size).toBeGreaterThan(ROUNDS);
}, 120_000);

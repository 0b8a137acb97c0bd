import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Binary,
  Decimal128,
  Double,
  GridFSBucket,
  Int32,
  Long,
  MongoClient,
  ObjectId,
  type Db,
} from "mongodb";
import { backUp } from "../../scripts/archive/backUp";
import { compare, putBack } from "../../scripts/archive/putBack";
import { startTestMongo, type TestMongo } from "../support/localMongo";

let mongo: TestMongo;
let client: MongoClient;
let folder: string;
let source: Db;

/** A database name that no other run uses, so that a real MongoDB can serve this test too. */
const run = randomBytes(4).toString("hex");
const dbNamed = (name: string) => client.db(`archive_${run}_${name}`);

beforeAll(async () => {
  mongo = await startTestMongo();
  client = await MongoClient.connect(mongo.uri("archive"));
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  source = dbNamed("source");
  await fill(source);
  await backUp(source, join(folder, "whole"), new Date("2026-11-24T02:00:00Z"));
});

afterAll(async () => {
  for (const name of ["source", "copy", "busy", "damaged"]) await dbNamed(name).dropDatabase();
  await client.close();
  await mongo.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function fill(db: Db): Promise<void> {
  await db.collection("kinds").insertMany([
    {
      _id: new ObjectId(),
      int: new Int32(1),
      double: new Double(1),
      long: Long.fromString("9007199254740993"),
    },
    {
      _id: new ObjectId(),
      money: Decimal128.fromString("1.10"),
      at: new Date(0),
      bytes: new Binary(Buffer.from("x")),
    },
    { _id: new ObjectId(), text: "人才", nothing: null, list: [1, [2, { three: 3 }]], pattern: /a.b/i },
  ]);
  await db.collection("people").insertMany(
    Array.from({ length: 2500 }, (_none, index) => ({
      number: index,
      district: index % 38,
      name: `p${index}`,
    })),
  );
  await db.collection("people").createIndex({ number: 1 }, { unique: true });
  await db
    .collection("people")
    .createIndex(
      { district: 1, number: -1 },
      { partialFilterExpression: { district: { $gt: 3 } }, name: "far" },
    );
  await db.collection("sessions").createIndex({ until: 1 }, { expireAfterSeconds: 60 });
  const upload = new GridFSBucket(db, { bucketName: "files" }).openUploadStream("photo.jpg");
  await new Promise<void>((resolve, reject) => {
    upload.once("finish", () => resolve()).once("error", reject);
    upload.end(randomBytes(3_000_000));
  });
}

describe("backup and restore", () => {
  it("brings every document, type, file and index back, byte by byte", async () => {
    const copy = dbNamed("copy");
    await putBack(copy, join(folder, "whole"));
    expect(await compare(copy, join(folder, "whole"))).toEqual([]);
    await backUp(copy, join(folder, "again"), new Date("2026-11-24T02:00:00Z"));
    const manifest = (name: string) =>
      JSON.parse(readFileSync(join(folder, name, "manifest.json"), "utf8")).collections;
    expect(manifest("again")).toEqual(manifest("whole"));
    await expect(copy.collection("people").insertOne({ number: 7 })).rejects.toMatchObject({ code: 11000 });
  });

  it("tells what differs", async () => {
    const copy = dbNamed("copy");
    await copy.collection("people").updateOne({ number: 3 }, { $set: { name: "other" } });
    await copy.collection("kinds").deleteOne({ text: "人才" });
    await copy.collection("sessions").dropIndexes();
    await copy.collection("more").insertOne({});
    expect(await compare(copy, join(folder, "whole"))).toEqual([
      "kinds: 2 documents instead of 3",
      "people: other content",
      "sessions: other indexes",
      "more: not in the backup",
    ]);
  });

  it("refuses a database that is not empty, and a folder that is not empty", async () => {
    const busy = dbNamed("busy");
    await busy.collection("things").insertOne({});
    await expect(putBack(busy, join(folder, "whole"))).rejects.toThrow(/not empty \(things\)/);
    await expect(backUp(source, join(folder, "whole"), new Date(0))).rejects.toThrow(/not empty/);
  });

  it("writes nothing when a file is damaged", async () => {
    const damaged = dbNamed("damaged");
    const copy = join(folder, "damaged");
    await backUp(source, copy, new Date(0));
    const file = join(copy, "people.bson");
    const bytes = readFileSync(file);
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(putBack(damaged, copy)).rejects.toThrow(/damaged/);
    writeFileSync(file, bytes.subarray(0, -5));
    await expect(putBack(damaged, copy)).rejects.toThrow(/ends inside a document/);
    expect(await damaged.listCollections().toArray()).toEqual([]);
  });

  it("does not take a folder without a manifest for a backup", async () => {
    await expect(putBack(dbNamed("damaged"), folder)).rejects.toThrow(/no whole backup/);
  });
});

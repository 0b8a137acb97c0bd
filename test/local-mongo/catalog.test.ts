import type { Document } from "mongodb";
import { refusal, useStandIn } from "./useStandIn";

const fixture = useStandIn({}, { ttlMs: 150 });

test("a unique index refuses a duplicate with pattern, value and message", async () => {
  const things = await fixture.holding({ a: 1, b: "x" });
  await things.createIndex({ a: 1, b: 1 }, { unique: true });
  await expect(things.insertOne({ a: 1, b: "x" })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { a: 1, b: 1 },
    keyValue: { a: 1, b: "x" },
    message: 'E11000 duplicate key error collection: test.things index: a_1_b_1 dup key: { a: 1, b: "x" }',
  });
  expect(await things.countDocuments()).toBe(1);
});

test("_id is unique, and equal numbers of other types are the same _id", async () => {
  const things = await fixture.holding({ _id: 1 });
  await expect(things.insertOne({ _id: 1 as never })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { _id: 1 },
  });
  const refused = await refusal(things.insertOne({ _id: [1] as never }));
  expect(refused.code).toBe(53);
});

test("a unique index counts missing as null, a sparse and a partial one leave it out", async () => {
  const things = await fixture.holding({ k: 1 });
  await things.createIndex({ a: 1 }, { unique: true });
  expect((await refusal(things.insertOne({ k: 2 }))).code).toBe(11000);
  await things.dropIndex("a_1");
  await things.createIndex({ a: 1 }, { unique: true, sparse: true });
  await things.insertOne({ k: 3 });
  await things.createIndex({ b: 1 }, { unique: true, partialFilterExpression: { live: true } });
  await things.insertMany([
    { a: 1, b: 1, live: false },
    { a: 2, b: 1, live: true },
    { a: 3, b: 1, live: false },
  ]);
  expect((await refusal(things.updateOne({ a: 3 }, { $set: { live: true } }))).code).toBe(11000);
});

test("a unique index on an array keeps every element for its document", async () => {
  const things = await fixture.holding({ tags: ["a", "b", "a"] });
  await things.createIndex({ tags: 1 }, { unique: true });
  await expect(things.insertOne({ tags: ["c", "b"] })).rejects.toMatchObject({
    code: 11000,
    keyValue: { tags: "b" },
  });
  await things.createIndex({ "list.x": 1, "list.y": 1 });
  await things.insertOne({
    tags: "z",
    list: [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ],
  });
  await things.createIndex({ p: 1, q: 1 });
  expect((await refusal(things.insertOne({ tags: "y", p: [1], q: [2] }))).code).toBe(171);
});

test("an index over existing duplicates is refused and leaves nothing behind", async () => {
  const things = await fixture.holding({ a: 1 }, { a: 1 });
  expect((await refusal(things.createIndex({ a: 1 }, { unique: true }))).code).toBe(11000);
  expect(await things.indexes()).toHaveLength(1);
});

test("indexes are listed, made once and dropped", async () => {
  const things = await fixture.holding({ a: 1 });
  expect(
    await things.createIndexes([{ key: { a: 1 } }, { key: { b: -1 }, name: "by_b", sparse: true }]),
  ).toEqual(["a_1", "by_b"]);
  await things.createIndex({ a: 1 });
  expect(await things.indexes()).toEqual([
    { v: 2, key: { _id: 1 }, name: "_id_" },
    { v: 2, key: { a: 1 }, name: "a_1" },
    { v: 2, key: { b: -1 }, name: "by_b", sparse: true },
  ]);
  expect((await refusal(things.createIndex({ a: 1 }, { unique: true }))).code).toBe(86);
  expect((await refusal(things.createIndex({ a: 1 }, { expireAfterSeconds: 5 }))).code).toBe(85);
  expect((await refusal(things.createIndex({ c: 1 }, { name: "a_1" }))).code).toBe(86);
  expect((await refusal(things.createIndex({ a: 1 }, { name: "other" }))).code).toBe(85);
  expect((await refusal(things.dropIndex("nothing"))).code).toBe(27);
  expect((await refusal(things.dropIndex("_id_"))).code).toBe(72);
  await things.dropIndex("by_b");
  await things.dropIndexes();
  expect(await things.indexes()).toHaveLength(1);
});

test.each([
  [{ a: "text" }, 67],
  [{ a: "2dsphere" }, 67],
  [{ a: 0 }, 67],
  [{ "$**": 1 }, 67],
] as [Document, number][])("refuses the index %j", async (key, code) => {
  const things = await fixture.holding({});
  expect(
    (
      await refusal(
        fixture.db.command({ createIndexes: things.collectionName, indexes: [{ key, name: "x" }] }),
      )
    ).code,
  ).toBe(code);
});

test("documents expire", async () => {
  const things = await fixture.holding(
    { k: "old", at: new Date(Date.now() - 60_000) },
    { k: "new", at: new Date() },
    { k: "none" },
  );
  await things.createIndex({ at: 1 }, { expireAfterSeconds: 30 });
  const until = Date.now() + 5000;
  while ((await things.countDocuments()) === 3 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await things.find().toArray()).map(({ k }) => k)).toEqual(["new", "none"]);
});

test("collections are created, listed, renamed and dropped", async () => {
  const db = fixture.client.db("catalog");
  await db.createCollection("one");
  expect((await refusal(db.command({ create: "one", validator: { a: 1 } }))).code).toBe(48);
  await db.collection("two").insertOne({ a: 1 });
  expect((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort()).toEqual(
    ["one", "two"],
  );
  expect(await db.listCollections({ name: "two" }).toArray()).toMatchObject([
    { name: "two", type: "collection", info: { readOnly: false } },
  ]);
  expect((await refusal(db.collection("two").rename("one"))).code).toBe(48);
  await db.collection("two").rename("one", { dropTarget: true });
  expect(await db.collection("one").countDocuments()).toBe(1);
  expect((await fixture.client.db().admin().listDatabases()).databases.map(({ name }) => name)).toContain(
    "catalog",
  );
  expect(await db.dropDatabase()).toBe(true);
  expect(await db.listCollections().toArray()).toEqual([]);
});

test("a validator refuses documents", async () => {
  const db = fixture.client.db("catalog");
  const things = await db.createCollection("strict", {
    validator: {
      $jsonSchema: {
        bsonType: "object",
        required: ["name"],
        properties: { name: { bsonType: "string", minLength: 1 } },
      },
    },
  });
  await things.insertOne({ name: "a" });
  expect((await refusal(things.insertOne({ name: 1 }))).code).toBe(121);
  expect((await refusal(things.updateOne({}, { $unset: { name: 1 } }))).code).toBe(121);
  await things.insertOne({ name: 2 }, { bypassDocumentValidation: true });
  expect(await things.countDocuments()).toBe(2);
});

test("a capped collection keeps the newest and can be followed", async () => {
  const db = fixture.client.db("catalog");
  const log = await db.createCollection("log", { capped: true, size: 100_000, max: 3 });
  await log.insertMany([1, 2, 3, 4].map((n) => ({ n })));
  expect((await log.find().toArray()).map(({ n }) => n)).toEqual([2, 3, 4]);
  const cursor = log.find({}, { tailable: true, awaitData: true });
  for (const n of [2, 3, 4]) expect(await cursor.next()).toMatchObject({ n });
  const later = cursor.next();
  await log.insertOne({ n: 5 });
  expect(await later).toMatchObject({ n: 5 });
  await cursor.close();
});

test("what a collation cannot do is refused", async () => {
  const db = fixture.client.db("catalog");
  const names = await db.createCollection("names", { collation: { locale: "zh", strength: 2 } });
  expect((await refusal(names.createIndex({ name: 1 }, { unique: true }))).code).toBe(67);
  expect((await refusal(names.aggregate([{ $group: { _id: "$name" } }]).toArray())).code).toBe(238);
});

test("stands as the primary of the replica set rs0", async () => {
  const hello = await fixture.db.admin().command({ hello: 1 });
  expect(hello).toMatchObject({
    setName: "rs0",
    isWritablePrimary: true,
    logicalSessionTimeoutMinutes: 30,
    ok: 1,
  });
  expect(hello["hosts"]).toEqual([hello["me"]]);
});

const REFUSED: [title: string, command: Document, code: number][] = [
  ["an unknown command", { fly: 1 }, 59],
  ["a view", { create: "v", viewOn: "things", pipeline: [] }, 115],
  ["a time series", { create: "v", timeseries: { timeField: "t" } }, 115],
  ["mapReduce", { mapReduce: "things", map: "", reduce: "" }, 115],
  ["an unknown field of a command", { find: "things", filtre: {} }, 40415],
  ["a change stream", { aggregate: "things", pipeline: [{ $changeStream: {} }], cursor: {} }, 40573],
  ["a wrong type", { find: "things", filter: 1 }, 14],
  ["a negative limit", { find: "things", limit: -1 }, 51024],
  ["a name with a dollar", { create: "a$b" }, 73],
  ["an empty batch", { insert: "things", documents: [] }, 16],
];

test.each(REFUSED)("refuses %s", async (_title, command, code) => {
  expect((await refusal(fixture.db.command(command))).code).toBe(code);
});

test("refuses a transaction", async () => {
  const session = fixture.client.startSession();
  session.startTransaction();
  const things = fixture.db.collection("things");
  expect((await refusal(things.insertOne({ a: 1 }, { session }))).code).toBe(263);
  await session.abortTransaction();
  await session.endSession();
});

test("a write concern that one member cannot meet is reported beside the result", async () => {
  const things = await fixture.holding();
  await expect(things.insertOne({ a: 1 }, { writeConcern: { w: 3 } })).rejects.toMatchObject({ code: 100 });
  expect(await things.countDocuments()).toBe(1);
});

test("fail points let drivers try out failures", async () => {
  const admin = fixture.client.db("admin");
  await admin.command({
    configureFailPoint: "failCommand",
    mode: { times: 1 },
    data: { failCommands: ["count"], errorCode: 11600 },
  });
  expect((await refusal(fixture.db.command({ count: "things" }))).code).toBe(11600);
  expect(await fixture.db.command({ count: "things" })).toMatchObject({ ok: 1 });
});

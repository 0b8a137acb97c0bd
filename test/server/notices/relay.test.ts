import type { Types } from "mongoose";
import { Schema, model } from "mongoose";
import { NoticeModel, relayOutbox } from "../../../server/features/notices/index";
import { closeDatabase, database, openDatabase } from "../../../server/platform/database/connection";
import {
  OUTBOX_INDEX,
  type OutboxDocument,
  type OutboxEntry,
  type OutboxSource,
} from "../../../server/platform/database/outbox";
import { startTestMongo, type TestMongo } from "../../support/localMongo";

const schema = new Schema<OutboxDocument>({ outbox: Schema.Types.Mixed, outboxPending: Boolean });
schema.index(...OUTBOX_INDEX);
const Subject = model<OutboxDocument>("Subject", schema);
const source: OutboxSource = { kind: "request", model: Subject };

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("relay"));
  await Promise.all([NoticeModel.createIndexes(), Subject.createIndexes()]);
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});
beforeEach(() => Promise.all([NoticeModel.deleteMany({}), Subject.deleteMany({})]));

function entry(id: string, recipientId = "r1"): OutboxEntry {
  return {
    id,
    type: "requestAccepted",
    recipientId,
    occasion: id,
    values: { number: "26-00001", itemName: "甲" },
    at: new Date("2026-10-09T01:00:00Z"),
  };
}
async function subjectWith(...outbox: OutboxEntry[]): Promise<Types.ObjectId> {
  const { _id } = await Subject.create({ outbox, outboxPending: true });
  return _id;
}
const relay = () => relayOutbox(source, new Date());
const occasions = async () =>
  (await NoticeModel.find().sort({ occasion: 1 }).lean()).map((row) => row.occasion);

test("moves every entry into one row and clears the mark", async () => {
  const id = await subjectWith(entry("e1"), entry("e2"), entry("e2", "r2"));
  expect(await relay()).toBe(1);
  expect(await occasions()).toEqual(["e1", "e2", "e2"]);
  expect(await NoticeModel.findOne({ occasion: "e1" }).lean()).toMatchObject({
    subjectId: id.toHexString(),
    state: "pending",
    attempts: 0,
  });
  const left = await Subject.findById(id).lean();
  expect(left?.outbox).toEqual([]);
  expect(left?.outboxPending).toBeUndefined();
  expect(await relay()).toBe(0);
});

test("repeats nothing after a crash between the rows and the removal", async () => {
  const id = await subjectWith(entry("e1"));
  await relay();
  await Subject.updateOne({ _id: id }, { $set: { outboxPending: true, outbox: [entry("e1")] } });
  await relay();
  expect(await occasions()).toEqual(["e1"]);
});

test("keeps the outbox when the database is lost while rows are written", async () => {
  await subjectWith(entry("e1"), entry("e2"));
  // Twice: the driver tries a lost write once more by itself.
  await database()
    .admin()
    .command({
      configureFailPoint: "failCommand",
      mode: { times: 2 },
      data: { failCommands: ["update"], closeConnection: true },
    });
  await expect(relay()).rejects.toThrow();
  expect(await Subject.countDocuments({ outboxPending: true, outbox: { $size: 2 } })).toBe(1);
  await relay();
  expect(await occasions()).toEqual(["e1", "e2"]);
});

test("leaves an entry that came in meanwhile for the next run", async () => {
  const id = await subjectWith(entry("e1"));
  const original = NoticeModel.collection.bulkWrite.bind(NoticeModel.collection);
  const hooked: typeof original = async (...args) => {
    await Subject.collection.updateOne({ _id: id }, { $push: { outbox: entry("late") } as never });
    return original(...args);
  };
  NoticeModel.collection.bulkWrite = hooked;
  try {
    await relay();
  } finally {
    NoticeModel.collection.bulkWrite = original;
  }
  expect(await occasions()).toEqual(["e1"]);
  expect((await Subject.findById(id).lean())?.outbox.map(({ id: entryId }) => entryId)).toEqual(["late"]);
  await relay();
  expect(await occasions()).toEqual(["e1", "late"]);
});

test("many relays at once write each row once", async () => {
  for (let count = 0; count < 30; count += 1) await subjectWith(entry(`e${count}`), entry(`f${count}`));
  await Promise.all([relay(), relay(), relay(), relay()]);
  await relay();
  expect(await NoticeModel.countDocuments()).toBe(60);
  expect(await Subject.countDocuments({ outboxPending: true })).toBe(0);
});

test("finds what waits through the partial index", async () => {
  await subjectWith(entry("e1"));
  const plan = await Subject.collection.find({ outboxPending: true }).explain();
  expect(JSON.stringify(plan)).toContain("IXSCAN");
});

import mongoose from "mongoose";
import { giveComplaintsALifecycle } from "../../../server/migrations/2026-11-25-complaint-lifecycle";
import { closeDatabase, database, openDatabase } from "../../../server/platform/database/connection";
import { startTestMongo, type TestMongo } from "../../support/localMongo";

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("complaint-migration"));
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});

test("old complaints get their place in the lifecycle, and lose it again on the way down", async () => {
  const complaints = database().collection("complaints");
  const createdAt = new Date("2026-11-20T01:00:00Z");
  const answeredAt = new Date("2026-11-23T01:00:00Z");
  const before = [
    { number: "TS26-00001", kind: "complaint", status: "open", createdAt },
    {
      number: "TS26-00002",
      kind: "suggestion",
      status: "answered",
      createdAt,
      answer: "采纳",
      answeredAt,
      answeredByName: "李**",
    },
  ];
  await complaints.insertMany(before.map((row) => ({ ...row })));
  await giveComplaintsALifecycle.up(mongoose.connection);
  await giveComplaintsALifecycle.up(mongoose.connection);
  const [open, answered] = await complaints.find().sort({ number: 1 }).toArray();
  expect(open).toMatchObject({ status: "received", lane: "open", nextClockAt: createdAt, round: 1 });
  expect(answered).toMatchObject({
    status: "answered",
    lane: "answered",
    listAt: answeredAt,
    answers: [{ round: 1, result: "taken", text: "采纳", by: { name: "李**" }, at: answeredAt }],
  });
  await giveComplaintsALifecycle.down(mongoose.connection);
  const back = await complaints
    .find({}, { projection: { _id: 0 } })
    .sort({ number: 1 })
    .toArray();
  expect(back).toEqual(before);
});

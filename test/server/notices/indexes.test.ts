import { ConsentModel, NoticeModel } from "../../../server/features/notices/index";
import { closeDatabase, openDatabase } from "../../../server/platform/database/connection";
import { startTestMongo, type TestMongo } from "../../support/localMongo";
import { writeDueRows } from "./noticeRows";

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("indexes"));
  await Promise.all([NoticeModel.createIndexes(), ConsentModel.createIndexes()]);
  await writeDueRows(
    Array.from({ length: 50 }, (_, index) => ({ recipientId: `r${index % 5}`, occasion: `o${index}` })),
  );
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});

test.each([
  ["what is due", { nextAttemptAt: { $lte: new Date() } }, { nextAttemptAt: 1 }],
  ["an inbox", { recipientId: "r1" }, { createdAt: -1, _id: -1 }],
  ["what is unread", { recipientId: "r1", readAt: { $exists: false } }, { createdAt: -1, _id: -1 }],
  ["a message by WeChat's id", { recipientId: "r1", msgid: "1", state: "delivered" }, {}],
] as const)("finds %s through an index, without sorting in memory", async (_what, filter, sort) => {
  const plan = JSON.stringify(
    await NoticeModel.collection
      .find(filter)
      .sort({ ...sort })
      .explain(),
  );
  expect(plan).toContain("IXSCAN");
  expect(plan).not.toContain("COLLSCAN");
  expect(plan).not.toContain('"stage":"SORT"');
});

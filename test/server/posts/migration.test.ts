import mongoose, { Types } from "mongoose";
import { PostModel, type PostDocument } from "../../../server/features/posts/index";
import { makePostsAggregates } from "../../../server/migrations/2026-11-25-post-aggregates";
import { startTestMongo, type TestMongo } from "../../support/localMongo";

let mongo: TestMongo;
const connection = mongoose.connection;

beforeAll(async () => {
  mongo = await startTestMongo();
  await mongoose.connect(mongo.uri("post-aggregates"));
});
afterAll(async () => {
  await mongoose.disconnect();
  await mongo.stop();
});

test("posts from before become aggregates with A on duty, however often it runs, and back", async () => {
  const _id = new Types.ObjectId();
  const holders = [{ letter: "A", accountId: "a".repeat(24), name: "何俊" }];
  await PostModel.collection.insertOne({ _id, name: "岗", departmentId: "d", holders });
  await makePostsAggregates.up(connection);
  await makePostsAggregates.up(connection);
  const post = await PostModel.collection.findOne<PostDocument>({ _id });
  expect(post).toMatchObject({ version: 1, status: "active", isDefault: false, absences: [], holders });
  expect(post?.duty).toMatchObject({ letter: "A", name: "何俊" });
  await makePostsAggregates.down(connection);
  const before = await PostModel.collection.findOne({ _id });
  expect(Object.keys(before ?? {}).sort()).toEqual(["_id", "departmentId", "holders", "name"]);
});

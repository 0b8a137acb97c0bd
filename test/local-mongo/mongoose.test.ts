import mongoose from "mongoose";
import { startTestMongo } from "../support/localMongo";
import type { TestMongo } from "../support/localMongo";

let mongo: TestMongo;

beforeAll(async () => {
  mongo = await startTestMongo();
  await mongoose.connect(mongo.uri("mongoose"));
});

afterAll(async () => {
  await mongoose.disconnect();
  await mongo.stop();
});

test("mongoose saves and finds a document", async () => {
  const Person = mongoose.model("Person", new mongoose.Schema({ name: String }));
  await Person.create({ name: "李雷" });
  expect((await Person.findOne({ name: "李雷" }))?.name).toBe("李雷");
});

import mongoose from "mongoose";
import { migrations } from "../../../server/migrations/index";
import { closeDatabase, database, openDatabase } from "../../../server/platform/database/connection";
import { runMigrations } from "../../../server/platform/database/migrate";
import { RequestModel } from "../../../server/features/requests/index";
import { keepersOf, ownedFiles } from "../../../server/features/requests/ownedFiles";
import { createFileStore } from "../../../server/platform/files/createFileStore";
import { deleteOrphanFiles } from "../../../server/platform/files/orphanFiles";
import { createLogger } from "../../../server/platform/logging/logger";
import { stagesOf } from "../../support/explain";
import { startTestMongo, type TestMongo } from "../../support/localMongo";

let mongo: TestMongo;
const files = createFileStore();
const DAY_MS = 86_400_000;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("orphans"));
  await runMigrations(mongoose.connection, migrations, createLogger("silent"));
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});

const store = (fileName: string) =>
  files.storeFile({ fileName, mime: "application/pdf", content: Buffer.from(fileName) });
const left = async () =>
  (await database().collection("files.files").find().sort({ filename: 1 }).toArray()).map(
    ({ filename }) => filename as string,
  );

test("a file that nothing refers to goes a day after its upload, on two workers, once; others stay", async () => {
  const [kept] = [await store("attached.pdf"), await store("left.pdf")];
  const asked: string[][] = [];
  const owner = (ids: readonly string[]) => {
    asked.push([...ids]);
    return Promise.resolve(ids.filter((id) => id === kept?.id));
  };
  const sweep = (later: number) => deleteOrphanFiles(files, [owner], new Date(new Date().getTime() + later));
  expect(await sweep(DAY_MS / 2)).toBe(0);
  await Promise.all([sweep(2 * DAY_MS), sweep(2 * DAY_MS)]);
  expect(await left()).toEqual(["attached.pdf"]);
  expect(await database().collection("files.chunks").countDocuments()).toBe(1);
  const before = asked.length;
  expect(await sweep(2 * DAY_MS)).toBe(0);
  expect(asked).toHaveLength(before);
});

test("materials of requests belong to them; they are found by an index", async () => {
  await RequestModel.createIndexes();
  const file = await store("material.pdf");
  const other = await store("other.pdf");
  const request = { number: "26-00001", files: [{ fileId: file.id }] };
  await RequestModel.collection.insertOne(request);
  expect(await ownedFiles([file.id, other.id])).toEqual([file.id]);
  expect(await stagesOf(keepersOf([file.id]))).not.toContain("COLLSCAN");
});

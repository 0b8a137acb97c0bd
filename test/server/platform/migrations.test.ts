import mongoose from "mongoose";
import { migrations } from "../../../server/migrations/index";
import { closeDatabase, database, openDatabase } from "../../../server/platform/database/connection";
import {
  revertLastMigration,
  runMigrations,
  type Migration,
} from "../../../server/platform/database/migrate";
import { createLogger } from "../../../server/platform/logging/logger";
import { startTestMongo, type TestMongo } from "../../support/localMongo";

const log = createLogger("silent");
let mongo: TestMongo;
beforeAll(async () => {
  mongo = await startTestMongo();
  await openDatabase(mongo.uri("migrations"));
});
afterAll(async () => {
  await closeDatabase();
  await mongo.stop();
});
const applied = async () =>
  (await database().collection("migrations").find().toArray()).map(({ _id }) => String(_id));
const indexesOf = async (name: string) =>
  (await database().collection(name).indexes()).map((index) => Object.keys(index.key).join("+"));

test("the product's migrations go up, up again without effect, down and up", async () => {
  await runMigrations(mongoose.connection, migrations, log);
  await runMigrations(mongoose.connection, migrations, log);
  expect(await applied()).toEqual(migrations.map(({ name }) => name));
  expect(await indexesOf("files.chunks")).toContain("files_id+n");
  for (const { name } of [...migrations].reverse())
    expect(await revertLastMigration(mongoose.connection, migrations)).toBe(name);
  expect(await applied()).toEqual([]);
  expect(await indexesOf("files.chunks")).toEqual(["_id"]);
  await runMigrations(mongoose.connection, migrations, log);
  expect(await applied()).toHaveLength(migrations.length);
});

test("runs what is missing in the order of the names, and stops at a failure", async () => {
  const ran: string[] = [];
  const step = (name: string, fails = false): Migration => ({
    name,
    up: () => (fails ? Promise.reject(new Error("no")) : Promise.resolve(void ran.push(name))),
    down: () => Promise.resolve(),
  });
  const steps = [
    step("2099-02-01-b"),
    step("2099-01-01-a"),
    step("2099-03-01-c", true),
    step("2099-04-01-d"),
  ];
  await expect(runMigrations(mongoose.connection, steps, log)).rejects.toThrow("no");
  expect(ran).toEqual(["2099-01-01-a", "2099-02-01-b"]);
  expect(await applied()).not.toContain("2099-03-01-c");
});

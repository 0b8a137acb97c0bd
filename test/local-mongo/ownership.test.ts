import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Long, MongoClient, UUID } from "mongodb";
import { buildLocalMongo } from "../../scripts/local-mongo/build";
import { startStandIn } from "../support/localMongo";
import { RawClient } from "./rawClient";

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "local-mongo-owner-"));
});

afterEach(() => rmSync(path, { recursive: true, force: true }));

test("refuses a second owner of the data directory with a clear message and exit code 1", async () => {
  const mongo = await startStandIn({ path });
  const second = spawnSync(process.execPath, [buildLocalMongo(resolve(".")), "--path", path, "--port", "0"], {
    encoding: "utf8",
  });
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(`${path} is in use by process ${mongo.pid}`);
  expect(second.stdout).toBe("");
  await mongo.stop();
});

test("the lock of a killed owner is no hindrance, nor that of a process that bears its number now", async () => {
  const first = await startStandIn({ path });
  await first.kill();
  const second = await startStandIn({ path });
  await second.stop();
  writeFileSync(join(path, "owner.lock"), `${process.pid} 12345\n`);
  const third = await startStandIn({ path });
  await third.stop();
});

test("refuses a port that is taken and gives the directory up again", async () => {
  const mongo = await startStandIn({ path });
  const port = new URL(mongo.uri("x")).port;
  const other = mkdtempSync(join(tmpdir(), "local-mongo-owner-"));
  const program = buildLocalMongo(resolve("."));
  const refused = spawnSync(process.execPath, [program, "--path", other, "--port", port], {
    encoding: "utf8",
  });
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/EADDRINUSE/);
  const again = await startStandIn({ path: other });
  await again.stop();
  await mongo.stop();
  rmSync(other, { recursive: true, force: true });
});

test("announces one JSON line and serves a unix socket", async () => {
  const socket = join(path, "mongo.sock");
  const program = buildLocalMongo(resolve("."));
  const { startLocalMongo } = await import("../../scripts/local-mongo/src/index");
  const running = await startLocalMongo({ program, path, socket });
  const client = await MongoClient.connect(running.uri("test"));
  await client.db().collection("things").insertOne({ a: 1 });
  expect(await client.db().collection("things").countDocuments()).toBe(1);
  await client.close();
  await running.stop();
  expect(await running.ended).toBe(0);
});

test("keeps its data over a stop and a start", async () => {
  for (const expected of [0, 1]) {
    const mongo = await startStandIn({ path });
    const client = await MongoClient.connect(mongo.uri("kept"));
    const things = client.db().collection("things");
    expect(await things.countDocuments({})).toBe(expected);
    await things.createIndex({ a: 1 }, { unique: true });
    await things.insertOne({ a: expected });
    expect(await things.indexes()).toHaveLength(2);
    await client.close();
    await mongo.stop();
  }
});

describe("a retryable write", () => {
  const session = { id: new UUID().toBinary() };
  const increment = {
    update: "things",
    updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }],
    lsid: session,
    txnNumber: Long.fromNumber(5),
  };

  async function numbers(client: RawClient): Promise<unknown> {
    return (await client.command({ distinct: "things", key: "n" }))["values"];
  }

  test("that is sent again after a crash is answered again and applied once", async () => {
    const first = await startStandIn({ path });
    let client = await RawClient.connect(first.uri("retry"));
    await client.command({ insert: "things", documents: [{ _id: 1, n: 0 }] });
    expect(await client.command(increment)).toMatchObject({ n: 1, nModified: 1 });
    expect(await client.command(increment)).toMatchObject({ n: 1, nModified: 1 });
    await first.kill();
    client.close();

    const second = await startStandIn({ path });
    client = await RawClient.connect(second.uri("retry"));
    expect(await client.command(increment)).toMatchObject({ n: 1, nModified: 1 });
    expect(await numbers(client)).toEqual([1]);
    expect(await client.command({ ...increment, txnNumber: Long.fromNumber(4) })).toMatchObject({
      ok: 0,
      code: 225,
    });
    expect(await client.command({ ...increment, txnNumber: Long.fromNumber(6) })).toMatchObject({ n: 1 });
    expect(await numbers(client)).toEqual([2]);
    client.close();
    await second.stop();
  });
});

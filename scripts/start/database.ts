import { accessSync, constants, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROGRAMS } from "../build/programs";
import { freePort } from "./ports";
import type { StartSettings } from "./settings";
import type { Supervisor } from "./supervisor";

const DATABASE = "talent";

export interface Database {
  uri: string;
  /** How the operator knows it. */
  kind: string;
  /** Folder of its files, when it is ours. */
  folder: string | undefined;
}

function onPath(name: string): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** A fresh `mongod` is made a replica set of one; one that already is keeps its configuration. */
async function becomePrimary(port: number): Promise<void> {
  const { MongoClient } = await import("mongodb");
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 20_000,
  });
  try {
    const admin = client.db("admin");
    await admin
      .command({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: `127.0.0.1:${port}` }] } })
      .catch((error: unknown) => {
        if (!(error instanceof Error && /already initialized/i.test(error.message))) throw error;
      });
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await admin.command({ hello: 1 }))["isWritablePrimary"] === true) return;
      await sleep(50);
    }
    throw new Error("mongod did not become the primary of its replica set within 10 seconds");
  } finally {
    await client.close();
  }
}

async function startMongod(
  program: string,
  settings: StartSettings,
  supervisor: Supervisor,
): Promise<Database> {
  const path = join(settings.dataDir, "mongod");
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const port = await fixedPort(settings);
  const child = supervisor.start({
    name: "database",
    command: program,
    args: ["--dbpath", path, "--port", String(port), "--bind_ip", "127.0.0.1", "--replSet", "rs0"],
    program: path,
  });
  const lost = child.ended.then(() => Promise.reject(new Error("mongod ended before it was ready")));
  await Promise.race([becomePrimary(port), lost]);
  const uri = `mongodb://127.0.0.1:${port}/${DATABASE}?replicaSet=rs0&directConnection=true`;
  return { uri, kind: "MongoDB (mongod)", folder: path };
}

/** A replica set remembers its port, so that it has to stay the same. */
async function fixedPort(settings: StartSettings): Promise<number> {
  const port = settings.port + 17;
  return settings.port === 0 ? freePort() : port;
}

function announcedUri(line: string): string {
  const said: unknown = JSON.parse(line);
  if (typeof said === "object" && said !== null && "uri" in said && typeof said.uri === "string")
    return said.uri;
  throw new Error(`The database announced itself with: ${line}`);
}

async function startStandIn(settings: StartSettings, supervisor: Supervisor): Promise<Database> {
  const program = join(settings.root, PROGRAMS.localMongo.bundle);
  const folder = join(settings.dataDir, "mongo");
  const child = supervisor.start({
    name: "database",
    command: process.execPath,
    args: [program, "--path", folder, "--port", "0"],
    program,
  });
  const base = announcedUri(await child.firstLine);
  return {
    uri: base.replace(/^(mongodb:\/\/[^/?]+)\/?[^?]*/, `$1/${DATABASE}`),
    kind: "local-mongo",
    folder,
  };
}

/** The database that `MONGODB_URI` names, a `mongod` on PATH, or the stand-in, in this order. */
export async function openDatabase(settings: StartSettings, supervisor: Supervisor): Promise<Database> {
  if (settings.mongodbUri !== undefined)
    return { uri: settings.mongodbUri, kind: "MONGODB_URI", folder: undefined };
  const mongod = onPath("mongod");
  return mongod === undefined
    ? startStandIn(settings, supervisor)
    : startMongod(mongod, settings, supervisor);
}

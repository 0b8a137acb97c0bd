import mongoose from "mongoose";
import { parseArgs } from "node:util";
import { readConfig } from "../server/platform/config";
import { createKeyring } from "../server/platform/crypto/keyring";
import { closeDatabase, database, openDatabase } from "../server/platform/database/connection";
import { systemClock } from "../server/platform/clock";
import { loadDemonstration, type Loaded } from "./seed/load";

/** The mark of a load, so that one which was cut short is begun anew and never taken for a whole one. */
interface LoadMark {
  _id: "demonstration";
  state: "loading" | "loaded";
}

/** Collections that a load fills. */
const FILLED = [
  "items",
  "departments",
  "posts",
  "routingRules",
  "talents",
  "accounts",
  "requests",
  "complaints",
  "employers",
  "halls",
  "windows",
  "tickets",
  "rooms",
  "roomBookings",
  "appointments",
  "codeSigningKeys",
  "codeDayKeys",
  "codeDayCodes",
  "codeScans",
  "accessEntries",
  "counters",
  "files.files",
  "files.chunks",
];

const { values } = parseArgs({
  options: {
    /** Says nothing and changes nothing when there are data already. */
    "if-empty": { type: "boolean", default: false },
  },
});

async function isEmpty(): Promise<boolean> {
  for (const name of FILLED) if ((await database().collection(name).findOne({})) !== null) return false;
  return true;
}

async function load(): Promise<Loaded | undefined> {
  const marks = mongoose.connection.collection<LoadMark>("loads");
  const mark = await marks.findOne({ _id: "demonstration" });
  if (mark?.state === "loading") for (const name of FILLED) await database().collection(name).deleteMany({});
  else if (!(await isEmpty())) {
    if (values["if-empty"]) return undefined;
    throw new Error("The database is not empty: demonstration data are loaded into an empty one only.");
  }
  await marks.updateOne({ _id: "demonstration" }, { $set: { state: "loading" } }, { upsert: true });
  const loaded = await loadDemonstration(systemClock.now(), createKeyring(readConfig(process.env).secrets));
  await marks.updateOne({ _id: "demonstration" }, { $set: { state: "loaded" } });
  return loaded;
}

async function run(): Promise<void> {
  const begun = performance.now();
  await openDatabase(readConfig(process.env).mongodbUri);
  try {
    const loaded = await load();
    if (loaded === undefined) return;
    const parts = Object.entries(loaded).map(([name, count]) => `${count} ${name}`);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`示例数据 Demonstration data: ${parts.join(", ")} (${seconds} s)\n`);
  } finally {
    await closeDatabase();
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

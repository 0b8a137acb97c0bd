import { MongoClient, type Db } from "mongodb";
import { dirname, join, resolve } from "node:path";
import { PROGRAMS } from "../build/programs";
import { startLocalMongo, uriFor } from "../local-mongo/src/index";

const DATABASE = "talent";

/** The repository's root, seen from a bundle beside the server's. */
function root(): string {
  return resolve(dirname(process.argv[1] ?? "."), "..", "..");
}

async function withClient<T>(uri: string, use: (db: Db) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000, appName: "talent-archive" });
  try {
    await client.connect();
    return await use(client.db());
  } finally {
    await client.close();
  }
}

/**
 * Uses the address of the database that `MONGODB_URI` names or, without it, the embedded one of `DATA_DIR`, which must
 * not run meanwhile.
 */
export async function withAddress<T>(env: NodeJS.ProcessEnv, use: (uri: string) => Promise<T>): Promise<T> {
  const given = env["MONGODB_URI"];
  if (given !== undefined && given !== "") return use(given);
  const path = join(resolve(root(), env["DATA_DIR"] ?? ".data"), "mongo");
  const mongo = await startLocalMongo({ program: join(root(), PROGRAMS.localMongo.bundle), path });
  try {
    return await use(uriFor(mongo.baseUri, DATABASE));
  } finally {
    await mongo.stop();
  }
}

/** Uses that database through the driver. */
export function withDatabase<T>(env: NodeJS.ProcessEnv, use: (db: Db) => Promise<T>): Promise<T> {
  return withAddress(env, (uri) => withClient(uri, use));
}

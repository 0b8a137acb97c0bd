import { MongoClient } from "mongodb";
import type { Collection, Db, Document, MongoClientOptions } from "mongodb";
import { startStandIn } from "../support/localMongo";

type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** A stand-in for the tests of one file, on an empty data directory. */
export interface Fixture {
  readonly mongo: StandIn;
  readonly client: MongoClient;
  readonly db: Db;
  /** an empty collection with these documents, the same name every time */
  holding(...docs: Document[]): Promise<Collection>;
}

export function useStandIn(options: MongoClientOptions = {}, start: { ttlMs?: number } = {}): Fixture {
  let mongo: StandIn | undefined;
  let client: MongoClient | undefined;
  const running = <T>(value: T | undefined): T => {
    if (!value) throw new Error("the stand-in has not been started yet");
    return value;
  };
  beforeAll(async () => {
    mongo = await startStandIn(start);
    client = await MongoClient.connect(mongo.uri("test"), options);
  });
  afterAll(async () => {
    await client?.close();
    await mongo?.stop();
  });
  return {
    get mongo() {
      return running(mongo);
    },
    get client() {
      return running(client);
    },
    get db() {
      return running(client).db();
    },
    async holding(...docs) {
      const collection = running(client).db().collection("things");
      await collection.drop();
      if (docs.length > 0) await collection.insertMany(docs);
      return collection;
    },
  };
}

/** What a refused operation says: its code and message. */
export async function refusal(operation: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    await operation;
  } catch (error) {
    if (error instanceof Error && "code" in error) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("the operation was not refused");
}

import mongoose from "mongoose";

let users = 0;

/**
 * Connects mongoose's default connection. Several servers in one process share it: the last one to leave closes it.
 * @throws when the database does not answer within ten seconds
 */
export async function openDatabase(uri: string): Promise<void> {
  users += 1;
  if (users > 1) return;
  mongoose.set("autoIndex", false);
  mongoose.set("autoCreate", false);
  mongoose.set("strictQuery", "throw");
  try {
    await mongoose.connect(uri, { serverSelectionTimeoutMS: 10_000, maxPoolSize: 40, appName: "talent" });
  } catch (error) {
    users -= 1;
    throw error;
  }
}

export async function closeDatabase(): Promise<void> {
  users -= 1;
  if (users === 0) await mongoose.disconnect();
}

/** The driver's handle of the connected database. */
export function database(): mongoose.mongo.Db {
  const { db } = mongoose.connection;
  if (db === undefined) throw new Error("the database is not connected");
  return db;
}

/** Whether the database answers a ping now. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().command({ ping: 1 });
    return true;
  } catch {
    return false;
  }
}

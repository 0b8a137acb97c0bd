import type mongoose from "mongoose";
import type { Logger } from "pino";
import { systemClock } from "../clock";
import { database } from "./connection";

/** One step of the database's form. `up` may run again after a crash in its middle. */
export interface Migration {
  /** `YYYY-MM-DD-what`: they run in this order. */
  name: string;
  up(connection: mongoose.Connection): Promise<void>;
  down(connection: mongoose.Connection): Promise<void>;
}

interface AppliedMigration {
  _id: string;
  appliedAt: Date;
}

const applied = () => database().collection<AppliedMigration>("migrations");

/** Runs the migrations that are missing, in order. The caller holds the lock. */
export async function runMigrations(
  connection: mongoose.Connection,
  migrations: readonly Migration[],
  log: Logger,
): Promise<void> {
  const done = new Set((await applied().find().toArray()).map((row) => row._id));
  for (const migration of [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (done.has(migration.name)) continue;
    log.info({ migration: migration.name }, "migrating the database");
    await migration.up(connection);
    await applied().updateOne(
      { _id: migration.name },
      { $set: { appliedAt: systemClock.now() } },
      { upsert: true },
    );
  }
}

/** Takes the last applied migration back. @returns its name, or null when none is applied */
export async function revertLastMigration(
  connection: mongoose.Connection,
  migrations: readonly Migration[],
): Promise<string | null> {
  const last = await applied().find().sort({ _id: -1 }).limit(1).next();
  const migration = migrations.find((known) => known.name === last?._id);
  if (migration === undefined) return null;
  await migration.down(connection);
  await applied().deleteOne({ _id: migration.name });
  return migration.name;
}

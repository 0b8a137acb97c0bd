import mongoose from "mongoose";
import type { Logger } from "pino";
import type { IndexedModel } from "../platform";
import { migrations } from "../../migrations/index";
import { runMigrations } from "./migrate";
import { withLock } from "./lock";

/**
 * Brings the database to the form this program expects: migrations that are missing, then indexes. Indexes are only
 * created here; one that is no longer wanted is dropped by a migration. One process does it at a time.
 */
export async function prepareDatabase(models: readonly IndexedModel[], log: Logger): Promise<void> {
  await withLock("prepare-database", async () => {
    await runMigrations(mongoose.connection, migrations, log);
    for (const model of models) await model.createIndexes();
  });
}

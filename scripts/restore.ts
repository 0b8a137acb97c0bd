import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { withDatabase } from "./archive/database";
import { compare, putBack } from "./archive/putBack";

const USAGE = [
  "usage: npm run restore -- --from FOLDER [--verify]   restores into an empty database, and compares",
  "       npm run restore -- --from FOLDER --compare    compares only",
  "database: MONGODB_URI, or the embedded one of DATA_DIR",
].join("\n");

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      verify: { type: "boolean", default: false },
      compare: { type: "boolean", default: false },
    },
  });
  if (values.from === undefined) throw new Error(USAGE);
  const folder = resolve(values.from);
  await withDatabase(process.env, async (db) => {
    if (!values.compare) {
      const { collections } = await putBack(db, folder);
      const documents = collections.reduce((sum, one) => sum + one.documents, 0);
      process.stdout.write(
        `Restored ${collections.length} collections, ${documents} documents from ${folder}\n`,
      );
    }
    if (!values.verify && !values.compare) return;
    const differences = await compare(db, folder);
    if (differences.length > 0)
      throw new Error(`The database differs from the backup:\n${differences.join("\n")}`);
    process.stdout.write("The database equals the backup: collections, documents, indexes.\n");
  });
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUp } from "./archive/backUp";
import { withDatabase } from "./archive/database";

const USAGE =
  "usage: npm run backup -- --to FOLDER   (database: MONGODB_URI, or the embedded one of DATA_DIR)";

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  if (values.to === undefined) throw new Error(USAGE);
  const folder = resolve(values.to);
  const manifest = await withDatabase(process.env, (db) => backUp(db, folder, new Date()));
  const documents = manifest.collections.reduce((sum, one) => sum + one.documents, 0);
  const bytes = manifest.collections.reduce((sum, one) => sum + one.bytes, 0);
  process.stdout.write(
    `Backed up ${manifest.collections.length} collections, ${documents} documents, ${(bytes / 1_048_576).toFixed(1)} MB to ${folder}\n`,
  );
  const shared = Boolean(process.env["MONGODB_URI"]);
  if (shared && !manifest.snapshot)
    process.stdout.write(
      "This database cannot show one moment: stop the server first for an exact backup.\n",
    );
  process.stdout.write(
    "Keep the secrets (FIELD_KEYS, BLIND_INDEX_KEY, TOKEN_SECRET) elsewhere: sealed fields need them.\n",
  );
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the bundled program lies, below the repository's root. */
export const LOCAL_MONGO_PROGRAM = join("scripts", "local-mongo", "dist", "main.mjs");

function newestChange(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * Bundles local-mongo into one file, unless the bundle is newer than every source.
 * The bundle appears by a rename, so that a program starting meanwhile never reads half of it.
 * @param root the repository's root
 * @returns the path of the bundle
 */
export function buildLocalMongo(root: string): string {
  const folder = join(root, "scripts", "local-mongo");
  const program = join(root, LOCAL_MONGO_PROGRAM);
  if (changed(program) > newestChange(join(folder, "src"))) return program;
  mkdirSync(join(folder, "dist"), { recursive: true });
  const draft = join(folder, "dist", `main.${process.pid}.mjs`);
  execFileSync(
    join(root, "node_modules", ".bin", "esbuild"),
    [
      join(folder, "src", "main.ts"),
      "--bundle",
      "--platform=node",
      "--format=esm",
      "--packages=external",
      "--log-level=warning",
      `--outfile=${draft}`,
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  renameSync(draft, program);
  return program;
}

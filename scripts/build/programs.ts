import { build, stop, type Plugin } from "esbuild";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A program that Node runs: its entry and its bundle, below the repository's root. */
interface Program {
  name: string;
  entry: string;
  bundle: string;
}

/**
 * Programs bundled for Node. Operator commands lie beside the server's bundle, so that they resolve the same
 * packages.
 */
export const PROGRAMS = {
  server: { name: "server", entry: "server/main.ts", bundle: "server/dist/main.mjs" },
  seed: { name: "seed", entry: "scripts/seed.ts", bundle: "server/dist/seed.mjs" },
  backup: { name: "backup", entry: "scripts/backup.ts", bundle: "server/dist/backup.mjs" },
  restore: { name: "restore", entry: "scripts/restore.ts", bundle: "server/dist/restore.mjs" },
  operator: { name: "operator", entry: "scripts/operator.ts", bundle: "server/dist/operator.mjs" },
  localMongo: {
    name: "local-mongo",
    entry: "scripts/local-mongo/src/main.ts",
    bundle: "scripts/local-mongo/dist/main.mjs",
  },
  sandbox: {
    name: "wechat-sandbox",
    entry: "scripts/wechat-sandbox/src/main.ts",
    bundle: "scripts/wechat-sandbox/dist/main.mjs",
  },
} as const satisfies Record<string, Program>;

/** Our own packages are bundled, everybody else's is loaded from node_modules. */
const ownPackagesInside: Plugin = {
  name: "own packages inside",
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@talent/") ? undefined : { path, external: true },
    );
  },
};

/** A bundle appears by a rename, so that a program starting meanwhile never reads half of it. */
function place(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

async function bundle(root: string, program: Program): Promise<{ name: string; bytes: number }> {
  const outfile = join(root, program.bundle);
  const result = await build({
    absWorkingDir: root,
    entryPoints: [program.entry],
    outfile,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    logLevel: "warning",
    plugins: [ownPackagesInside],
  });
  for (const file of result.outputFiles) place(file.path, file.contents);
  const main = result.outputFiles.find(({ path }) => path === outfile);
  return { name: program.name, bytes: main?.contents.byteLength ?? 0 };
}

/** Bundles every program whose entry exists. Takes well below a second. */
export async function buildPrograms(root: string): Promise<{ name: string; bytes: number }[]> {
  const present = Object.values(PROGRAMS).filter(({ entry }) => existsSync(join(root, entry)));
  try {
    return await Promise.all(present.map((program) => bundle(root, program)));
  } finally {
    await stop();
  }
}

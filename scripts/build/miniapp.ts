import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { measurePackages } from "../../miniapp/scripts/buildSizes";

/** Targets of the mini-program with the file that only a finished build leaves. */
export const TARGETS = { weapp: "app.json", h5: "index.html" } as const;
export type Target = keyof typeof TARGETS;

/** What a build of the mini-program depends on. */
const INPUTS = [
  "miniapp/src",
  "miniapp/config",
  "miniapp/scripts",
  "miniapp/types",
  "miniapp/babel.config.js",
  "miniapp/package.json",
  "miniapp/.browserslistrc",
  "shared",
  "package-lock.json",
];

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .flatMap(({ name }) => filesBelow(join(path, name)))
    .sort();
}

/** Hash of everything that goes into a build. */
export function fingerprint(root: string, target: Target): string {
  const hash = createHash("sha256");
  hash.update(`${target} ${process.env["TALENT_API_BASE_URL"] ?? ""}\n`);
  for (const input of INPUTS)
    for (const file of filesBelow(join(root, input))) {
      hash.update(file.slice(root.length));
      hash.update(readFileSync(file));
    }
  return hash.digest("hex");
}

/** Builds land in `miniapp/dist`, or in the folder that `MINIAPP_DIST` names. */
export function buildFolder(root: string): string {
  return resolve(process.env["MINIAPP_DIST"] ?? join(root, "miniapp", "dist"));
}

function markOf(root: string, target: Target): string {
  return join(buildFolder(root), `${target}.sha256`);
}

/** Whether the built target stands and was made of what lies there now. */
export function isFresh(root: string, target: Target, wanted = fingerprint(root, target)): boolean {
  const mark = markOf(root, target);
  return (
    existsSync(join(buildFolder(root), target, TARGETS[target])) &&
    existsSync(mark) &&
    readFileSync(mark, "utf8").trim() === wanted
  );
}

/** Runs the build in silence; what it said is shown only when it fails. */
function run(root: string, target: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", `build:${target}`, "--workspace", "miniapp"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new Error(`building the mini-program for ${target} ended with ${code}`));
    });
  });
}

/**
 * Builds a target of the mini-program unless it is fresh.
 * @returns whether it had to be built
 */
export async function buildMiniapp(root: string, target: Target): Promise<boolean> {
  const wanted = fingerprint(root, target);
  if (isFresh(root, target, wanted)) return false;
  await run(root, target);
  mkdirSync(buildFolder(root), { recursive: true });
  writeFileSync(markOf(root, target), `${wanted}\n`);
  return true;
}

/** Bytes of a built target, package by package for WeChat. */
export function sizesOf(root: string, target: Target): { name: string; bytes: number }[] {
  const out = join(buildFolder(root), target);
  const all = filesBelow(out).reduce((sum, file) => sum + statSync(file).size, 0);
  if (target === "h5") return [{ name: "mini-program for the browser", bytes: all }];
  const { main, subpackages } = measurePackages(out);
  return [
    { name: "mini-program, main package", bytes: main },
    ...Object.entries(subpackages).map(([name, bytes]) => ({ name: `mini-program, ${name}`, bytes })),
    { name: "mini-program, all packages", bytes: all },
  ];
}

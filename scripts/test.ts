import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { buildMiniapp, type Target } from "./build/miniapp";
import { buildPrograms } from "./build/programs";

/** Runs jest after building what the tests start: the programs always, the mini-program when it is stale. */
const root = resolve(dirname(process.argv[1] ?? "."), "..");
const given = process.argv.slice(2);
/** `--no-miniapp`: for runs of tests that do not open the mini-program. */
const targets: Target[] = given.includes("--no-miniapp") ? [] : ["weapp", "h5"];

async function run(): Promise<number> {
  await buildPrograms(root);
  for (const target of targets) {
    if (await buildMiniapp(root, target)) process.stderr.write(`Built the mini-program for ${target}.\n`);
  }
  const jest = spawn(
    process.execPath,
    [
      join(root, "node_modules", "jest", "bin", "jest.js"),
      ...given.filter((word) => word !== "--no-miniapp"),
    ],
    { cwd: root, stdio: "inherit" },
  );
  return new Promise((end) => jest.once("exit", (code) => end(code ?? 1)));
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write("0 passed, 1 failed\n");
    process.exitCode = 1;
  },
);

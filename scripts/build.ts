import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildMiniapp, sizesOf, TARGETS, type Target } from "./build/miniapp";
import { buildPrograms } from "./build/programs";

const { values } = parseArgs({
  options: {
    /** Only the programs that Node runs. */
    programs: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
  },
});
const root = resolve(dirname(process.argv[1] ?? "."), "..");

function say(text: string): void {
  if (!values.quiet) process.stdout.write(`${text}\n`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(8)} KB`;
}

async function run(): Promise<void> {
  for (const { name, bytes } of await buildPrograms(root)) say(`${kilobytes(bytes)}  ${name}`);
  if (values.programs) return;
  for (const target of Object.keys(TARGETS) as Target[]) {
    await buildMiniapp(root, target);
    for (const { name, bytes } of sizesOf(root, target)) say(`${kilobytes(bytes)}  ${name}`);
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

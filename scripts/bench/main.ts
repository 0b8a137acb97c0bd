import { writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPrograms } from "../build/programs";
import { reaches, type Row } from "./row";
import { boardRows } from "./rows/board";
import { httpRows } from "./rows/http";
import { noticeRows } from "./rows/notices";
import { verifyRows } from "./rows/verify";
import { openWorld, type World } from "./world";

const { values } = parseArgs({
  options: {
    /** Also write the rows into this file. */
    json: { type: "string" },
    /** Only these groups, comma-separated. */
    only: { type: "string", default: "http,notices,verify,board" },
    /** Requests on the board at the end of its growth. */
    board: { type: "string", default: "1000000" },
  },
});
const root = resolve(dirname(process.argv[1] ?? "."), "..", "..");

const GROUPS: Readonly<Record<string, (world: World) => Promise<Row[]>>> = {
  http: (world) => httpRows(world, root),
  notices: noticeRows,
  verify: (world) => verifyRows(world, root),
  board: (world) => boardRows(world, Number(values.board)),
};

function line(row: Row): string {
  const bar = "atLeast" in row.bar ? `≥ ${row.bar.atLeast}` : `≤ ${row.bar.atMost}`;
  const verdict = reaches(row) ? "reached" : "NOT reached";
  return `${row.name}\n  ours ${row.ours}, reference ${row.reference} (${row.unit}); ratio ${row.ratio}, bar ${bar}: ${verdict}\n  ${row.note}\n`;
}

async function run(): Promise<void> {
  await buildPrograms(root);
  const rows: Row[] = [];
  for (const name of values.only.split(",")) {
    const group = GROUPS[name];
    if (group === undefined) throw new Error(`no group ${name}; there are ${Object.keys(GROUPS).join(", ")}`);
    const world = await openWorld(root);
    try {
      for (const measured of await group(world)) {
        rows.push(measured);
        process.stdout.write(line(measured));
      }
    } finally {
      await world.stop();
    }
  }
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}

/** Agenda's lock timer would keep the process for ten minutes more: the end is said, not waited for. */
run().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);

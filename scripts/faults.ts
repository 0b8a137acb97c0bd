import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildPrograms } from "./build/programs";
import { startLoad } from "./faults/load";
import { allow, insist, signIn, type Person } from "./faults/people";
import { judge } from "./faults/verdict";
import { openFaultWorld, type FaultWorld } from "./faults/world";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    /** Keeps data and logs. */
    keep: { type: "boolean", default: false },
  },
});
const TALENTS = ["talent-a", "talent-b", "talent-c", "talent-d", "talent-b2"];
const SPECIALISTS = ["municipal-specialist", "municipal-specialist-2"];
/** An item that needs no file and that municipal departments serve. */
const ITEM_CODE = "science";
const TASK_TEMPLATE = "待办任务通知";

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function signInAll(world: FaultWorld, ids: readonly string[]): Promise<Person[]> {
  return Promise.all(ids.map((id) => signIn(world.baseUrl, world.sandboxUrl, id)));
}

async function itemIdOf(world: FaultWorld, person: Person): Promise<string> {
  const answer = await insist(
    world.baseUrl,
    person,
    { method: "GET", path: "/api/items?limit=50" },
    () => true,
  );
  const { items } = answer?.body as { items: { id: string; code: string }[] };
  const item = items.find(({ code }) => code === ITEM_CODE);
  if (item === undefined) throw new Error(`no item ${ITEM_CODE}`);
  return item.id;
}

/** Kills web, worker and database in turn at moments that shift against the load, and starts each again. */
async function killInTurn(world: FaultWorld, kills: number, acknowledged: () => number): Promise<void> {
  const victims = [world.web, world.worker, world.database];
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(400 + ((kill * 137) % 500));
    const victim = victims[kill % victims.length];
    if (victim === undefined) continue;
    await victim.kill();
    await sleep((kill * 61) % 250);
    await victim.start();
    say(
      `kill ${String(kill + 1).padStart(2)} ${victim.name.padEnd(8)} ${acknowledged()} writes acknowledged so far`,
    );
  }
}

async function run(): Promise<number> {
  const root = resolve(dirname(process.argv[1] ?? "."), "..");
  await buildPrograms(root);
  const world = await openFaultWorld(root);
  try {
    const talents = await signInAll(world, TALENTS);
    const specialists = await signInAll(world, SPECIALISTS);
    for (const specialist of specialists)
      await allow(world.baseUrl, world.sandboxUrl, specialist, TASK_TEMPLATE);
    const [talent] = talents;
    if (talent === undefined) throw new Error("nobody to ask for a service");
    const load = startLoad(world.baseUrl, talents, specialists, await itemIdOf(world, talent));
    const { submitted, accepted } = load.acknowledged;
    await killInTurn(world, Number(values.kills), () => submitted.size + accepted.size);
    await load.stop();
    const verdict = await judge(world.mongodbUri, world.sandboxUrl, load.acknowledged, SPECIALISTS[0] ?? "");
    say(
      `${submitted.size} submissions and ${accepted.size} acceptances acknowledged, ${load.acknowledged.unanswered} commands never answered; ` +
        `${verdict.notices} notices, ${verdict.delivered} delivered through WeChat, ${verdict.twiceInWechat} of them twice`,
    );
    for (const fault of verdict.faults.slice(0, 40)) say(`LOST OR DOUBLED: ${fault}`);
    say(
      verdict.faults.length === 0
        ? "Nothing acknowledged was lost, nothing was doubled."
        : `${verdict.faults.length} faults.`,
    );
    return verdict.faults.length === 0 ? 0 : 1;
  } finally {
    if (values.keep) say(`Data and logs: ${world.folder}`);
    await world.stop(values.keep);
  }
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);

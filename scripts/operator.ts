import mongoose from "mongoose";
import { parseArgs } from "node:util";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { GRANTED_ROLES } from "@talent/shared/domain/roles";
import { migrations } from "../server/migrations/index";
import { systemClock } from "../server/platform/clock";
import { closeDatabase, openDatabase } from "../server/platform/database/connection";
import { revertLastMigration } from "../server/platform/database/migrate";
import { withAddress } from "./archive/database";
import { planEmployers } from "./operator/employers";
import { accountNumber, grantAsOperator } from "./operator/grantRole";
import { planItems } from "./operator/items";
import { planOffices } from "./operator/offices";
import { carryOut, type LoadPlan } from "./operator/plan";

const USAGE = [
  "usage: npm run operator -- grant-role (--account NUMBER | --openid ID) --role ROLE [--name NAME] [--office OFFICE]",
  "                           [--district CODE] [--department ID] [--employer ID]",
  "       npm run operator -- load-items FILE.json [--check]",
  "       npm run operator -- load-offices FILE.json [--check]",
  "       npm run operator -- load-employers FILE.json [--check]",
  "       npm run operator -- revert-last-migration",
  "database: MONGODB_URI, or the embedded one of DATA_DIR, which must not run meanwhile",
].join("\n");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    account: { type: "string" },
    openid: { type: "string" },
    role: { type: "string" },
    name: { type: "string" },
    office: { type: "string" },
    district: { type: "string" },
    department: { type: "string" },
    employer: { type: "string" },
    check: { type: "boolean", default: false },
  },
});

const say = (line: string) => process.stdout.write(`${line}\n`);

async function giveRole(): Promise<void> {
  const role = GRANTED_ROLES.find((known) => known === values.role);
  if (role === undefined) throw new Error(`--role is one of ${GRANTED_ROLES.join(", ")}`);
  const { district: districtCode, department: departmentId, employer: employerId, name, office } = values;
  const grant = {
    role,
    ...(districtCode === undefined ? {} : { districtCode }),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(employerId === undefined ? {} : { employerId }),
  };
  const account = await grantAsOperator(
    await accountNumber(values),
    grant,
    { name, office },
    systemClock.now(),
  );
  const held = account.grants.map((one) => one.role).join(", ");
  say(`${account.name} (${account._id.toHexString()}) is now: ${held}. Entered in the audit log.`);
}

async function load(plan: (path: string) => Promise<LoadPlan>): Promise<void> {
  const [, path] = positionals;
  if (path === undefined) throw new Error(USAGE);
  const done = await carryOut(await plan(path), values.check);
  done.forEach(say);
  say(`${done.length} ${values.check ? "changes would be made; nothing was written" : "changes made"}.`);
}

async function revert(): Promise<void> {
  const name = await revertLastMigration(mongoose.connection, migrations);
  say(name === null ? "No migration is applied." : `Reverted ${name}; the next start applies it again.`);
}

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  "grant-role": giveRole,
  "load-items": () => load((path) => planItems(path, dateInShanghai(systemClock.now()))),
  "load-offices": () => load((path) => planOffices(path, systemClock.now())),
  "load-employers": () => load(planEmployers),
  "revert-last-migration": revert,
};

async function run(): Promise<void> {
  const command = COMMANDS[positionals[0] ?? ""];
  if (command === undefined) throw new Error(USAGE);
  await withAddress(process.env, async (uri) => {
    await openDatabase(uri);
    try {
      await command();
    } finally {
      await closeDatabase();
    }
  });
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

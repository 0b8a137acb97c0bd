import { dirname, resolve } from "node:path";
import { buildMiniapp, isFresh } from "./build/miniapp";
import { buildPrograms } from "./build/programs";
import { openDatabase } from "./start/database";
import { greeting } from "./start/greeting";
import { endLeftovers } from "./start/leftovers";
import { claimPort } from "./start/ports";
import { openSandbox, personasOf } from "./start/sandbox";
import { localSecrets } from "./start/secrets";
import { openServer, seedIfEmpty, serverEnvironment } from "./start/server";
import { readSettings, type StartSettings } from "./start/settings";
import { createSupervisor, type Supervisor } from "./start/supervisor";

async function buildWhatIsMissing(root: string): Promise<void> {
  if (!isFresh(root, "h5"))
    process.stdout.write("正在构建网页，不到一分钟 Building the web app, less than a minute …\n");
  await Promise.all([buildPrograms(root), buildMiniapp(root, "h5")]);
}

async function run(settings: StartSettings, supervisor: Supervisor): Promise<void> {
  const begun = performance.now();
  const tryOut = settings.wechat === undefined;
  await endLeftovers(settings.dataDir);
  await claimPort(settings.port, "PORT");
  if (tryOut) await claimPort(settings.sandboxPort, "SANDBOX_PORT");
  await buildWhatIsMissing(settings.root);

  const secrets = localSecrets(settings.dataDir);
  const [database, sandbox] = await Promise.all([
    openDatabase(settings, supervisor),
    tryOut ? openSandbox(settings, supervisor) : undefined,
  ]);
  const env = serverEnvironment(settings, database.uri, sandbox, secrets);
  if (tryOut) await seedIfEmpty(settings, database, env);
  const url = await openServer(settings, env, supervisor);

  process.stdout.write(
    greeting({
      url,
      sandboxUrl: sandbox?.uri,
      database: database.kind,
      dataDir: settings.dataDir,
      personas: sandbox === undefined ? [] : await personasOf(sandbox),
      seconds: (performance.now() - begun) / 1000,
    }),
  );
}

function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

const settings = readSettings(resolve(dirname(process.argv[1] ?? "."), ".."), process.env);
const supervisor = createSupervisor(settings.dataDir, (sentence) => {
  complain(sentence);
  process.exit(1);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void supervisor.stopAll().then(() => process.exit(0)));
run(settings, supervisor).catch(async (error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  await supervisor.stopAll();
  process.exit(1);
});

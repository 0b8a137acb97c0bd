import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROGRAMS } from "../build/programs";
import { freePort } from "../start/ports";
import { localSecrets } from "../start/secrets";
import { killablePart, type KillablePart } from "./parts";

/** A whole installation in a folder of its own: database, web and worker each in a process that can be killed. */
export interface FaultWorld {
  mongodbUri: string;
  baseUrl: string;
  sandboxUrl: string;
  database: KillablePart;
  web: KillablePart;
  worker: KillablePart;
  /** Keeps the folder with data and logs when `keep` is set. */
  stop(keep: boolean): Promise<void>;
  folder: string;
}

export async function openFaultWorld(root: string): Promise<FaultWorld> {
  const folder = mkdtempSync(join(tmpdir(), "talent-faults-"));
  const [databasePort, webPort, sandboxPort] = [await freePort(), await freePort(), await freePort()];
  const mongodbUri = `mongodb://127.0.0.1:${databasePort}/talent?replicaSet=rs0&directConnection=true`;
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  const env: Record<string, string> = {
    ...localSecrets(folder),
    MONGODB_URI: mongodbUri,
    TRYOUT: "1",
    SANDBOX_URL: sandboxUrl,
    WECHAT_API_BASE_URL: sandboxUrl,
    CALLS_PER_MINUTE: "1000000",
    LOG_LEVEL: "warn",
  };
  const part = (name: string, args: string[], more: Record<string, string> = {}) =>
    killablePart({ name, args, env: { ...env, ...more }, logDir: folder });
  const database = part("database", [
    join(root, PROGRAMS.localMongo.bundle),
    ...["--path", join(folder, "mongo"), "--port", String(databasePort)],
  ]);
  const sandbox = part("sandbox", [join(root, PROGRAMS.sandbox.bundle), "--port", String(sandboxPort)]);
  const server = join(root, PROGRAMS.server.bundle);
  const web = part("web", [server], { ROLES: "web", PORT: String(webPort), HOST: "127.0.0.1" });
  const worker = part("worker", [server], { ROLES: "worker", PORT: "0" });

  await Promise.all([database.start(), sandbox.start()]);
  execFileSync(process.execPath, [join(root, PROGRAMS.seed.bundle), "--if-empty"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await web.start();
  await worker.start();
  return {
    ...{ mongodbUri, sandboxUrl, database, web, worker, folder },
    baseUrl: `http://127.0.0.1:${webPort}`,
    async stop(keep) {
      for (const running of [worker, web, sandbox, database]) await running.stop();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

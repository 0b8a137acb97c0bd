import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildFolder } from "../build/miniapp";
import { PROGRAMS } from "../build/programs";
import type { Database } from "./database";
import type { Sandbox } from "./sandbox";
import type { LocalSecrets } from "./secrets";
import type { StartSettings } from "./settings";
import type { Supervisor } from "./supervisor";
import { verificationSettings } from "../wechat-sandbox/src/verification/settings";

export type Environment = Record<string, string | undefined>;

/** The server's environment: try-out when the sandbox plays WeChat. */
export function serverEnvironment(
  settings: StartSettings,
  mongodbUri: string,
  sandbox: Sandbox | undefined,
  secrets: LocalSecrets,
): Environment {
  const wechat = sandbox ?? settings.wechat;
  return {
    ...secrets,
    MONGODB_URI: mongodbUri,
    PORT: String(settings.port),
    STATIC_DIR: join(buildFolder(settings.root), "h5"),
    WECHAT_APPID: wechat?.appid,
    WECHAT_SECRET: wechat?.secret,
    ...(sandbox === undefined
      ? {}
      : { TRYOUT: "1", SANDBOX_URL: sandbox.uri, WECHAT_API_BASE_URL: sandbox.uri }),
    ...(sandbox === undefined ? {} : verificationSettings(sandbox)),
  };
}

/**
 * Loads the demonstration data when the database is empty; says what it did. A mark inside the database's own folder
 * saves asking again at the next start: whoever deletes the data deletes the mark with them.
 */
export async function seedIfEmpty(
  settings: StartSettings,
  database: Database,
  env: Environment,
): Promise<void> {
  const mark = database.folder === undefined ? undefined : join(database.folder, "demonstration-data-loaded");
  if (mark !== undefined && existsSync(mark)) return;
  const program = join(settings.root, PROGRAMS.seed.bundle);
  const child = spawn(process.execPath, [program, "--if-empty"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`Loading the demonstration data ended with exit code ${code}`);
  if (mark !== undefined) writeFileSync(mark, "");
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health/ready`)).ok;
  } catch {
    return false;
  }
}

/**
 * Starts web and worker in one process and waits until it answers.
 * @returns its address
 */
export async function openServer(
  settings: StartSettings,
  env: Environment,
  supervisor: Supervisor,
): Promise<string> {
  const program = join(settings.root, PROGRAMS.server.bundle);
  const child = supervisor.start({
    name: "server",
    command: process.execPath,
    args: ["--enable-source-maps", program],
    env,
    program,
  });
  const url = `http://localhost:${settings.port}`;
  let over = false;
  void child.ended.then(() => (over = true));
  for (const until = performance.now() + 30_000; performance.now() < until && !over; await sleep(50))
    if (await ready(url)) return url;
  throw new Error(
    `The server did not become ready. Its last words are in ${join(supervisor.logDir, "server.log")}`,
  );
}

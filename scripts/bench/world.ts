import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROGRAMS } from "../build/programs";
import { startLocalMongo, uriFor, type LocalMongo } from "../local-mongo/src/index";
import { startProgram, type Program } from "./programs";

/** WeChat users without a name that the sandbox adds, for deliveries to many people. */
export const CROWD = 320;

/** Database, sandbox and demonstration data for one run, in a folder that goes with it. */
export interface World {
  mongodbUri: string;
  sandboxUrl: string;
  /** Environment of a server on this world. */
  serverEnv: Record<string, string>;
  startServer(roles: string): Promise<Program & { baseUrl: string }>;
  /** Signs in as a persona of the sandbox and gives the access token. */
  tokenOf(baseUrl: string, personaId: string): Promise<string>;
  stop(): Promise<void>;
}

interface Session {
  token: string;
}

async function tokenOf(sandboxUrl: string, baseUrl: string, personaId: string): Promise<string> {
  const login = await fetch(`${sandboxUrl}/personas/${personaId}/login-code`, { method: "POST" });
  const answer = await fetch(`${baseUrl}/api/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(await login.json()),
  });
  if (answer.status !== 201)
    throw new Error(`sign-in as ${personaId}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as Session).token;
}

async function openMongo(
  root: string,
  folder: string,
): Promise<{ uri: string; own: LocalMongo | undefined }> {
  const given = process.env["MONGODB_URI"];
  const name = `bench-${Date.now()}`;
  if (given !== undefined && given !== "") return { uri: uriFor(given, name), own: undefined };
  const own = await startLocalMongo({
    program: join(root, PROGRAMS.localMongo.bundle),
    path: join(folder, "mongo"),
  });
  return { uri: own.uri(name), own };
}

export async function openWorld(root: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "talent-bench-"));
  const { uri, own } = await openMongo(root, folder);
  const sandbox = await startProgram([
    join(root, PROGRAMS.sandbox.bundle),
    "--port",
    "0",
    "--crowd",
    String(CROWD),
  ]);
  const sandboxUrl = String(sandbox.announced["uri"]);
  const serverEnv = {
    MONGODB_URI: uri,
    PORT: "0",
    HOST: "127.0.0.1",
    TRYOUT: "1",
    SANDBOX_URL: sandboxUrl,
    WECHAT_API_BASE_URL: sandboxUrl,
    TOKEN_SECRET: randomBytes(32).toString("base64"),
    CALLS_PER_MINUTE: "100000000",
    LOG_LEVEL: "info",
  };
  execFileSync(process.execPath, [join(root, PROGRAMS.seed.bundle), "--if-empty"], {
    env: { ...process.env, ...serverEnv },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const servers: Program[] = [];
  return {
    mongodbUri: uri,
    sandboxUrl,
    serverEnv,
    async startServer(roles) {
      const program = await startProgram([join(root, PROGRAMS.server.bundle)], {
        ...serverEnv,
        ROLES: roles,
      });
      servers.push(program);
      return { ...program, baseUrl: `http://127.0.0.1:${Number(program.announced["port"])}` };
    },
    tokenOf: (baseUrl, personaId) => tokenOf(sandboxUrl, baseUrl, personaId),
    async stop() {
      for (const server of servers) await server.stop();
      await sandbox.stop();
      await own?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

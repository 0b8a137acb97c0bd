import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PROGRAMS } from "../../scripts/build/programs";
import { killablePart, type KillablePart } from "../../scripts/faults/parts";
import { freePort } from "../../scripts/start/ports";

export interface ServerProcess extends KillablePart {
  /** Of a web; a worker answers nowhere. */
  baseUrl: string;
}

export interface ServerProcessOptions {
  name: string;
  roles: "web" | "worker" | "web,worker";
  mongoUri: string;
  sandboxUrl: string;
}

/** The bundled server in a process of its own, with the development secrets of trying out. Not started yet. */
export async function serverProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const port = options.roles === "worker" ? 0 : await freePort();
  const part = killablePart({
    name: options.name,
    args: [join(resolve("."), PROGRAMS.server.bundle)],
    env: {
      PORT: String(port),
      HOST: "127.0.0.1",
      MONGODB_URI: options.mongoUri,
      ROLES: options.roles,
      TRYOUT: "1",
      SANDBOX_URL: options.sandboxUrl,
      CALLS_PER_MINUTE: "1000000",
      LOG_LEVEL: "warn",
    },
    logDir: mkdtempSync(join(tmpdir(), "server-process-")),
  });
  return { ...part, baseUrl: `http://127.0.0.1:${port}` };
}

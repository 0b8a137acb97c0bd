import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildLocalMongo } from "../../scripts/local-mongo/build";
import { startLocalMongo, uriFor } from "../../scripts/local-mongo/src/index";

export interface TestMongo {
  uri(dbName: string): string;
  stop(): Promise<void>;
  /** Ends the stand-in as a power cut would; its data directory stays until `stop`. */
  kill(): Promise<void>;
}

/** The MongoDB that `MONGODB_URI` names, or a local-mongo of its own on an empty data directory. */
export async function startTestMongo(): Promise<TestMongo> {
  const given = process.env["MONGODB_URI"];
  if (given !== undefined && given !== "") {
    return {
      uri: (dbName) => uriFor(given, dbName),
      stop: async () => {},
      kill: () => Promise.reject(new Error("the MongoDB of MONGODB_URI is not ours to kill")),
    };
  }
  return startStandIn();
}

/** A local-mongo on an empty (or the given) data directory, whatever `MONGODB_URI` says. */
export async function startStandIn(
  options: { path?: string; ttlMs?: number } = {},
): Promise<TestMongo & { path: string; pid: number }> {
  const path = options.path ?? mkdtempSync(join(tmpdir(), "local-mongo-"));
  const program = buildLocalMongo(resolve("."));
  const running = await startLocalMongo({
    program,
    path,
    ...(options.ttlMs === undefined ? {} : { ttlMs: options.ttlMs }),
  });
  return {
    path,
    pid: running.pid,
    uri: running.uri,
    kill: running.kill,
    stop: async () => {
      await running.stop();
      if (options.path === undefined) rmSync(path, { recursive: true, force: true });
    },
  };
}

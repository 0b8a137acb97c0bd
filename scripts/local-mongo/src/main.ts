import { parseArgs } from "node:util";
import { startServer } from "./server";
import { DirectoryInUse } from "./store/owner";

const USAGE = "usage: local-mongo --path DIR [--port N | --socket FILE] [--ttl-ms N] [--until-stdin-ends]\n";
const DEFAULT_PORT = 27017;
const DEFAULT_TTL_MS = 60_000;

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function whole(text: string | undefined, otherwise: number): number {
  const n = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(n) || n < 0) fail(`not a whole number: ${text}\n${USAGE}`);
  return n;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      path: { type: "string" },
      port: { type: "string" },
      socket: { type: "string" },
      "ttl-ms": { type: "string" },
      "until-stdin-ends": { type: "boolean" },
    },
  });
  if (values.path === undefined) fail(USAGE);
  const server = await startServer({
    path: values.path,
    port: whole(values.port, DEFAULT_PORT),
    socket: values.socket,
    ttlMs: whole(values["ttl-ms"], DEFAULT_TTL_MS),
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(`could not stop cleanly: ${String(error)}`),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  if (values["until-stdin-ends"]) process.stdin.on("close", stop).on("error", stop).resume();
  process.stdout.write(`${JSON.stringify({ uri: server.uri, port: server.port, pid: process.pid })}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof DirectoryInUse) fail(error.message);
  fail(error instanceof Error ? error.message : String(error));
});

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

export interface LocalMongoOptions {
  /** The bundled program, `scripts/local-mongo/dist/main.mjs`. */
  program: string;
  /** Data directory; made when it is missing. */
  path: string;
  /** TCP port on 127.0.0.1; 0 or nothing takes a free one. */
  port?: number;
  /** A unix socket to listen on instead. */
  socket?: string;
  /** How often expired documents are removed, in milliseconds. */
  ttlMs?: number;
}

export interface LocalMongo {
  /** Connection string without a database name. */
  baseUri: string;
  port: number;
  pid: number;
  /** Connection string for one database. */
  uri(dbName: string): string;
  /** Ends the process after the writes in hand are durable. */
  stop(): Promise<void>;
  /** Ends the process at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>;
  /** Resolves with the exit code when the process has ended, however that came. */
  ended: Promise<number | null>;
}

/** Puts a database name into a connection string. */
export function uriFor(baseUri: string, dbName: string): string {
  const [, hosts, options] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(baseUri) ?? [];
  if (hosts === undefined) throw new Error(`not a MongoDB connection string: ${baseUri}`);
  return `${hosts}/${dbName}${options ?? ""}`;
}

interface Announcement {
  uri: string;
  port: number;
}

function isAnnouncement(value: unknown): value is Announcement {
  return typeof value === "object" && value !== null && "uri" in value && "port" in value;
}

function announcement(child: ChildProcess): Promise<Announcement> {
  return new Promise((resolve, reject) => {
    const errors: string[] = [];
    child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk.toString("utf8")));
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(
        new Error(`local-mongo ended before it was ready (exit code ${code}): ${errors.join("").trim()}`),
      ),
    );
    if (!child.stdout) return reject(new Error("local-mongo has no output to read its address from"));
    createInterface({ input: child.stdout }).once("line", (line) => {
      const said: unknown = JSON.parse(line);
      if (isAnnouncement(said)) resolve(said);
      else reject(new Error(`local-mongo announced itself with ${line}`));
    });
  });
}

/**
 * Starts local-mongo in a process of its own and waits until it accepts connections. It ends with this process, however
 * this one ends.
 * @throws when the data directory has another owner, or the port is taken
 */
export async function startLocalMongo(options: LocalMongoOptions): Promise<LocalMongo> {
  const args = [options.program, "--path", options.path];
  if (options.socket === undefined) args.push("--port", String(options.port ?? 0));
  else args.push("--socket", options.socket);
  if (options.ttlMs !== undefined) args.push("--ttl-ms", String(options.ttlMs));
  args.push("--until-stdin-ends");
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const { uri, port } = await announcement(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    baseUri: uri,
    port,
    pid: child.pid ?? 0,
    uri: (dbName) => uriFor(uri, dbName),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    ended,
  };
}

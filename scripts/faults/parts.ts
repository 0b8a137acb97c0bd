import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A part of the product that can be killed and started again with the same command line. */
export interface KillablePart {
  name: string;
  start(): Promise<void>;
  /** SIGKILL, as a power cut. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

interface PartOptions {
  name: string;
  args: readonly string[];
  env: Record<string, string>;
  logDir: string;
}

async function readyLine(child: ChildProcess, name: string): Promise<void> {
  const { stdout } = child;
  if (stdout === null) throw new Error(`${name} has no output`);
  const lines = createInterface({ input: stdout });
  const ready = new Promise<void>((resolve) =>
    lines.on("line", (line) => {
      if (line.includes('"ready":true') || line.includes('"uri"')) resolve();
    }),
  );
  const ended = once(child, "exit").then(() =>
    Promise.reject(new Error(`${name} ended before it was ready`)),
  );
  await Promise.race([ready, ended]);
}

/** A Node program of ours as a part. */
export function killablePart({ name, args, env, logDir }: PartOptions): KillablePart {
  const log = createWriteStream(join(logDir, `${name}.log`), { flags: "a" });
  let child: ChildProcess | undefined;
  async function end(signal: NodeJS.Signals): Promise<void> {
    const current = child;
    child = undefined;
    if (current === undefined || current.exitCode !== null || current.signalCode !== null) return;
    const ended = once(current, "exit");
    current.kill(signal);
    await ended;
  }
  return {
    name,
    async start() {
      const started = spawn(process.execPath, [...args], {
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = started;
      started.stdout.pipe(log, { end: false });
      started.stderr.pipe(log, { end: false });
      await readyLine(started, name);
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}

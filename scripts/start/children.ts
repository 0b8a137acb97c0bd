import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Time that a part gets to end in good order before it is killed. */
const STOP_MS = 12_000;

export interface Child {
  name: string;
  pid: number;
  /** Resolves with the exit code or the name of the signal. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** First line that the part writes, which says that it is ready; rejects when it ends before. */
  firstLine: Promise<string>;
  stop(): Promise<void>;
}

interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  /** Where its output is kept: `DATA_DIR/logs/NAME.log`. */
  logDir: string;
}

function firstLineOf(child: ChildProcess, options: ChildOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(
        new Error(
          `The ${options.name} ended before it was ready (${signal ?? `exit code ${code}`}). Its last words are in ${join(options.logDir, `${options.name}.log`)}`,
        ),
      ),
    );
    if (child.stdout) createInterface({ input: child.stdout }).once("line", resolve);
  });
}

/** The log of this run; the one before stays beside it. */
function freshLog(logDir: string, name: string): WriteStream {
  const path = join(logDir, `${name}.log`);
  if (existsSync(path)) renameSync(path, join(logDir, `${name}.previous.log`));
  return createWriteStream(path, { mode: 0o600 });
}

/**
 * Starts a part in a process group of its own, so that Ctrl-C reaches the supervisor alone and the parts are
 * stopped in the right order.
 */
export function startChild(options: ChildOptions): Child {
  mkdirSync(options.logDir, { recursive: true, mode: 0o700 });
  const log = freshLog(options.logDir, options.name);
  const child = spawn(options.command, options.args, {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const firstLine = firstLineOf(child, options);
  firstLine.catch(() => undefined);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
    child.once("error", () => resolve(null));
  });
  return {
    name: options.name,
    pid: child.pid ?? 0,
    ended,
    firstLine,
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

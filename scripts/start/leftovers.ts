import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Who runs on a data directory: the supervisor and its parts with a word of their command line. */
interface RunningFile {
  supervisor: number;
  parts: { pid: number; program: string }[];
}

function fileOf(dataDir: string): string {
  return join(dataDir, "running.json");
}

/** Whether this process id still belongs to that program, and not to a newcomer with the same number. */
function runs(pid: number, program: string): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).includes(program);
  } catch {
    return false;
  }
}

async function end(pid: number, program: string): Promise<void> {
  process.kill(pid, "SIGTERM");
  for (let waited = 0; waited < 10_000 && runs(pid, program); waited += 50) await sleep(50);
  if (runs(pid, program)) process.kill(pid, "SIGKILL");
}

/**
 * Ends what a killed `npm start` left behind on this data directory.
 * @throws Error when another `npm start` is alive on it
 */
export async function endLeftovers(dataDir: string): Promise<void> {
  const path = fileOf(dataDir);
  if (!existsSync(path)) return;
  const { supervisor, parts } = JSON.parse(readFileSync(path, "utf8")) as RunningFile;
  if (supervisor !== process.pid && runs(supervisor, "scripts/start.ts"))
    throw new Error(
      `Another npm start (process ${supervisor}) already runs on ${dataDir}. Stop it with Ctrl-C, or use another folder: DATA_DIR=.data2 npm start`,
    );
  for (const { pid, program } of parts) if (runs(pid, program)) await end(pid, program);
  rmSync(path, { force: true });
}

/** Notes who runs, so that the next start can clean up after a kill. */
export function noteRunning(dataDir: string, parts: RunningFile["parts"]): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file: RunningFile = { supervisor: process.pid, parts };
  writeFileSync(fileOf(dataDir), `${JSON.stringify(file)}\n`, { mode: 0o600 });
}

export function forgetRunning(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

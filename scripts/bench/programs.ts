import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

export interface Program {
  pid: number;
  /** The JSON of its first line. */
  announced: Record<string, unknown>;
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a Node program and waits for the JSON line with which it says that it is ready. */
export async function startProgram(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${args[0]} ended with ${code} before it was ready`)));
    if (child.stdout === null) return;
    const { stdout } = child;
    const lines = createInterface({ input: stdout }).on("line", (text) => {
      if (!text.includes('"ready":true') && !text.includes('"uri"')) return;
      resolve(text);
      // What it says from now on is thrown away unread: reading it would slow down what is measured.
      lines.close();
      stdout.resume();
    });
  });
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    announced: JSON.parse(line) as Record<string, unknown>,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

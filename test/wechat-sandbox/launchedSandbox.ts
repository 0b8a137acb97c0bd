import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

const FOLDER = resolve(__dirname, "../../scripts/wechat-sandbox");

/** Bundles the program as its own build does; beside its packages, where Node finds them. */
export function bundledSandbox(): { file: string; remove(): void } {
  mkdirSync(join(FOLDER, "dist"), { recursive: true });
  const folder = mkdtempSync(join(FOLDER, "dist/test-"));
  const file = join(folder, "main.mjs");
  buildSync({
    entryPoints: [join(FOLDER, "src/main.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile: file,
    logLevel: "error",
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface LaunchedSandbox {
  uri: string;
  process: ChildProcess;
  /** Sends SIGTERM and gives the exit code. */
  terminate(): Promise<unknown>;
}

/** Starts the program and waits for its ready line. */
export async function launchedSandbox(file: string, args: string[] = []): Promise<LaunchedSandbox> {
  const child = spawn(process.execPath, [file, "--port", "0", ...args], {
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "test" },
  });
  const [line] = await once(child.stdout, "data");
  const ready: { uri: string } = JSON.parse(String(line));
  return {
    uri: ready.uri,
    process: child,
    terminate: async () => {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      const [code] = await exited;
      return code;
    },
  };
}

import { join } from "node:path";
import { PROGRAMS } from "../build/programs";
import type { StartSettings } from "./settings";
import type { Supervisor } from "./supervisor";

export interface Sandbox {
  uri: string;
  appid: string;
  secret: string;
}

export interface Persona {
  id: string;
  label: string;
  roles: string[];
}

async function getJson<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** Starts the program that plays WeChat. Its state outlives it in the data directory. */
export async function openSandbox(settings: StartSettings, supervisor: Supervisor): Promise<Sandbox> {
  const program = join(settings.root, PROGRAMS.sandbox.bundle);
  const child = supervisor.start({
    name: "wechat-sandbox",
    command: process.execPath,
    args: [
      program,
      ...["--port", String(settings.sandboxPort)],
      ...["--state", join(settings.dataDir, "sandbox.json")],
      ...["--product", `http://localhost:${settings.port}`],
    ],
    program,
  });
  const { uri } = JSON.parse(await child.firstLine) as { uri: string };
  const { appid, secret } = await getJson<{ appid: string; secret: string }>(`${uri}/credentials`);
  return { uri, appid, secret };
}

export async function personasOf(sandbox: Sandbox): Promise<Persona[]> {
  return getJson<Persona[]>(`${sandbox.uri}/personas`);
}

import type { SandboxOptions } from "../../scripts/wechat-sandbox/src/index";
import { startSandbox } from "../../scripts/wechat-sandbox/src/index";

export type Json = Record<string, unknown>;

export interface StartedSandbox {
  uri: string;
  appid: string;
  secret: string;
  get(path: string): Promise<Json>;
  /** Sends JSON and reads JSON; an empty answer gives `{}`. */
  send(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<Json>;
  token(): Promise<string>;
  templateId(title: string): Promise<string>;
  /** Calls a WeChat endpoint with a fresh stable token. */
  call(path: string, body: unknown): Promise<Json>;
  allow(persona: string, title: string): Promise<Json>;
  stop(): Promise<void>;
}

export interface ListedTemplate {
  id: string;
  title: string;
  kind: string;
  keywords: { key: string; name: string }[];
}

async function readJson(response: Response): Promise<Json> {
  const text = await response.text();
  return text === "" ? {} : JSON.parse(text);
}

/** A sandbox of the test's own, on a free port. */
export async function startedSandbox(options: SandboxOptions = {}): Promise<StartedSandbox> {
  const { uri, credentials, stop } = await startSandbox(options);
  const { appid, secret } = credentials;
  const get = async (path: string) => readJson(await fetch(uri + path));
  const send = async (method: string, path: string, body?: unknown) =>
    readJson(
      await fetch(uri + path, {
        method,
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    );
  const token = async () => {
    const answer = await send("POST", "/cgi-bin/stable_token", {
      grant_type: "client_credential",
      appid,
      secret,
    });
    return String(answer.access_token);
  };
  const templateId = async (title: string) => {
    const listed: ListedTemplate[] = JSON.parse(await (await fetch(`${uri}/templates`)).text());
    const found = listed.find((template) => template.title === title);
    if (!found) throw new Error(`no template ${title}`);
    return found.id;
  };
  return {
    uri,
    appid,
    secret,
    get,
    send,
    token,
    templateId,
    call: async (path, body) => send("POST", `${path}?access_token=${await token()}`, body),
    allow: async (persona, title) =>
      send("POST", `/personas/${persona}/consent`, {
        templateIds: [await templateId(title)],
        choice: "accept",
      }),
    stop,
  };
}

export const TALENT_B = "oTALENTB0000000000000000000B";

/** Valid values of 办件受理通知. */
export const ACCEPTED_DATA = {
  character_string1: { value: "26-04752" },
  thing2: { value: "子女入学" },
  date3: { value: "2026年11月24日" },
  date4: { value: "2026-11-27" },
  thing5: { value: "进度随时可查" },
};

/** An `errmsg` of exactly this text, followed by a request id. */
export function withRid(text: string, join = " "): unknown {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return expect.stringMatching(new RegExp(`^${escaped}${join}rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$`));
}

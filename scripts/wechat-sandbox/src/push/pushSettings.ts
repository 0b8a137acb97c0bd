import type { PushFormat } from "./events";

type PushMode = "plain" | "compatible" | "safe";

/** The 消息推送 page of the WeChat console. */
export interface PushSettings {
  url: string;
  token: string;
  /** EncodingAESKey, 43 characters; empty only in plain mode. */
  aesKey: string;
  mode: PushMode;
  format: PushFormat;
}

const MODES: readonly PushMode[] = ["plain", "compatible", "safe"];
const FORMATS: readonly PushFormat[] = ["json", "xml"];

/**
 * Settings from a request body; mode defaults to plain and format to JSON.
 * @throws Error that names the wrong field
 */
export function parsePushSettings(body: Record<string, unknown>): PushSettings {
  const text = (field: string) => {
    const value = body[field];
    return typeof value === "string" ? value : "";
  };
  const url = text("url");
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Error("url: an http(s) address is needed");
  const token = text("token");
  if (!/^[A-Za-z0-9]{3,32}$/.test(token)) throw new Error("token: 3 to 32 letters or digits are needed");
  const mode = MODES.find((known) => known === (text("mode").toLowerCase() || "plain"));
  if (!mode) throw new Error(`mode: one of ${MODES.join(", ")} is needed`);
  const format = FORMATS.find((known) => known === (text("format").toLowerCase() || "json"));
  if (!format) throw new Error(`format: one of ${FORMATS.join(", ")} is needed`);
  const aesKey = text("aesKey");
  if (mode !== "plain" && !/^[A-Za-z0-9]{43}$/.test(aesKey)) {
    throw new Error("aesKey: 43 letters or digits are needed");
  }
  return { url, token, aesKey, mode, format };
}

import { randomInt } from "node:crypto";
import type { Credentials } from "../credentials";
import type { SubscribeEvent } from "./events";
import { writeEnvelope, writeEvent } from "./events";
import { encryptMessage, signatureOf } from "./pushCrypto";
import type { PushSettings } from "./pushSettings";

export interface PushRequest {
  url: string;
  body: string;
  contentType: string;
}

/** Query parameters common to the address check and to every push; the time is real time. */
function signedQuery(token: string): { timestamp: string; nonce: string; signature: string } {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(randomInt(1e8, 1e9));
  return { timestamp, nonce, signature: signatureOf(token, timestamp, nonce) };
}

function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.href;
}

/** Address of the check that WeChat makes when the settings are saved; the answer must be `echostr`. */
export function checkAddress(settings: PushSettings, echostr: string): string {
  const { signature, timestamp, nonce } = signedQuery(settings.token);
  return withQuery(settings.url, { signature, timestamp, nonce, echostr });
}

/**
 * The POST that carries one event.
 * @param spoil sign with another token, as a stranger would
 */
export function pushRequest(
  settings: PushSettings,
  credentials: Credentials,
  event: SubscribeEvent,
  spoil: boolean,
): PushRequest {
  const token = spoil ? `${settings.token}x` : settings.token;
  const query: Record<string, string> = { ...signedQuery(token), openid: event.openid };
  const plain = writeEvent(event, credentials.originalId, settings.format);
  const contentType = settings.format === "json" ? "application/json" : "text/xml";
  if (settings.mode === "plain") return { url: withQuery(settings.url, query), body: plain, contentType };
  const encrypted = encryptMessage(plain, credentials.appid, settings.aesKey);
  query.encrypt_type = "aes";
  query.msg_signature = signatureOf(token, query.timestamp ?? "", query.nonce ?? "", encrypted);
  const beside = settings.mode === "compatible" ? plain : null;
  const body = writeEnvelope(credentials.originalId, encrypted, settings.format, beside);
  return { url: withQuery(settings.url, query), body, contentType };
}

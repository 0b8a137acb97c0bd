import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import type { Clock } from "../../platform/clock";
import { parseAnswer, readAnswer } from "./answer";
import type { TokenStore } from "./tokenStore";
import type { WechatTransport } from "./transport";

const PATH = "/cgi-bin/stable_token";
/** Old and new token both work for five minutes, so it is renewed that long before its end. */
const RENEW_BEFORE_MS = 300_000;
/** However long WeChat says: a floor, so that a token is not fetched for each call near its end. */
const SHORTEST_MS = 20_000;
const LOCK_MS = 10_000;
const WAIT_MS = 50;

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });

export interface WechatAccessToken {
  current(): Promise<string>;
  /** Forgets `token`, if it is still the one in use, after WeChat refused it. */
  drop(token: string): Promise<void>;
}

interface Options {
  appid: string;
  secret: string;
  transport: WechatTransport;
  store: TokenStore;
  clock: Clock;
}

/**
 * The account's access token, shared by all processes: kept in the store and fetched by one of them at a time, in
 * `stable_token`'s normal mode only (forced renewal is limited to 20 a day).
 */
export function createAccessToken({ appid, secret, transport, store, clock }: Options): WechatAccessToken {
  let cached: { token: string; renewAt: Date } | undefined;
  let fetching: Promise<string> | undefined;

  async function fetchToken(): Promise<{ token: string; renewAt: Date }> {
    const body = { grant_type: "client_credential", appid, secret };
    const answer = readAnswer(
      PATH,
      tokenSchema,
      parseAnswer(PATH, await transport.send("POST", PATH, {}, body)),
    );
    const life = Math.max(answer.expires_in * 1000 - RENEW_BEFORE_MS, SHORTEST_MS);
    return { token: answer.access_token, renewAt: new Date(clock.now().getTime() + life) };
  }

  async function kept(now: Date): Promise<string | undefined> {
    const found = await store.read(appid);
    if (found === undefined || found.renewAt <= now) return undefined;
    cached = found;
    return found.token;
  }

  /** Under the lock. Another process may have fetched between our look and our lock: then its token is taken. */
  async function keptOrFetched(now: Date): Promise<string> {
    const token = await kept(now);
    if (token !== undefined) {
      await store.unlock(appid);
      return token;
    }
    cached = await fetchToken();
    await store.write(appid, cached);
    return cached.token;
  }

  async function obtain(): Promise<string> {
    for (;;) {
      const now = clock.now();
      const token = await kept(now);
      if (token !== undefined) return token;
      if (await store.lock(appid, now, new Date(now.getTime() + LOCK_MS))) {
        try {
          return await keptOrFetched(now);
        } catch (error) {
          await store.unlock(appid);
          throw error;
        }
      }
      await sleep(WAIT_MS);
    }
  }

  return {
    async current() {
      if (cached !== undefined && cached.renewAt > clock.now()) return cached.token;
      fetching ??= obtain().finally(() => {
        fetching = undefined;
      });
      return fetching;
    },
    async drop(token) {
      if (cached?.token === token) cached = undefined;
      await store.forget(appid, token);
    },
  };
}

import * as z from "zod/mini";
import type { Clock } from "../../platform/clock";
import { createAccessToken } from "./accessToken";
import { parseAnswer, readAnswer } from "./answer";
import type { WechatClient } from "./client";
import type { TokenStore } from "./tokenStore";
import { createTransport, WECHAT_TIMEOUT_MS } from "./transport";
import { WechatError } from "./wechatError";

const SIGN_IN = "/sns/jscode2session";
const PHONE = "/wxa/business/getuserphonenumber";
const SEND = "/cgi-bin/message/subscribe/send";
const CHECK = "/wxa/msg_sec_check";
const CODE = "/wxa/getwxacodeunlimit";

const signInSchema = z.object({ openid: z.string(), unionid: z.optional(z.string()) });
/** The country code is documented as text and printed as a number in the official sample. */
const phoneSchema = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string(),
    countryCode: z.union([z.string(), z.number()]),
  }),
});
const sentSchema = z.object({ msgid: z.optional(z.string()) });
const checkSchema = z.object({ result: z.object({ suggest: z.enum(["pass", "review", "risky"]) }) });

export interface WechatClientOptions {
  appid: string;
  secret: string;
  apiBaseUrl: string;
  pageState: "formal" | "trial" | "developer";
  store: TokenStore;
  clock: Clock;
  timeoutMs?: number;
}

type Closable = WechatClient & { close(): Promise<void> };

/** A thin client: text parsing, big message ids, typed errors, and one retry when the token was refused. */
export function createWechatClient(options: WechatClientOptions): Closable {
  const { appid, secret, store, clock } = options;
  const transport = createTransport(options.apiBaseUrl, options.timeoutMs ?? WECHAT_TIMEOUT_MS);
  const token = createAccessToken({ appid, secret, transport, store, clock });

  async function withToken<T>(path: string, body: unknown, read: (bytes: Buffer) => T): Promise<T> {
    const first = await token.current();
    try {
      return read(await transport.send("POST", path, { access_token: first }, body));
    } catch (error) {
      if (!(error instanceof WechatError) || !error.tokenRefused) throw error;
      await token.drop(first);
      return read(await transport.send("POST", path, { access_token: await token.current() }, body));
    }
  }
  const parsed =
    <S extends z.ZodMiniType>(path: string, schema: S) =>
    (bytes: Buffer) =>
      readAnswer(path, schema, parseAnswer(path, bytes));

  return {
    async signIn(code) {
      const query = { appid, secret, js_code: code, grant_type: "authorization_code" };
      const { openid, unionid } = parsed(SIGN_IN, signInSchema)(await transport.send("GET", SIGN_IN, query));
      return { openid, unionid };
    },
    async phoneNumber(code, openid) {
      const { phone_info } = await withToken(PHONE, { code, openid }, parsed(PHONE, phoneSchema));
      return { phone: phone_info.purePhoneNumber, countryCode: String(phone_info.countryCode) };
    },
    async sendSubscribeMessage({ openid, templateId, page, data }) {
      const body = {
        touser: openid,
        template_id: templateId,
        ...(page === undefined ? {} : { page }),
        data,
        miniprogram_state: options.pageState,
        lang: "zh_CN",
      };
      const { msgid } = await withToken(SEND, body, parsed(SEND, sentSchema));
      return { msgid };
    },
    async checkText({ openid, text, scene }) {
      const body = { openid, content: text, scene, version: 2 };
      return (await withToken(CHECK, body, parsed(CHECK, checkSchema))).result.suggest;
    },
    miniProgramCode: ({ scene, page }) =>
      withToken(CODE, { scene, page, check_path: false }, (bytes) => {
        if (bytes[0] === 0x7b) parseAnswer(CODE, bytes);
        return bytes;
      }),
    close: () => transport.close(),
  };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import getRawBody from "raw-body";
import type { Config } from "../../../platform/config";
import type { Platform, RawRoute } from "../../../platform/platform";
import { applyEvent, type EventNeeds } from "./events";
import { readPush, type PushMessage } from "./message";
import { decryptPush, signatureFits } from "./signature";

const PATH = "/api/wechat/push";
const BODY_LIMIT = "64kb";

type PushConfig = NonNullable<Config["wechat"]["push"]>;

function queryOf(req: IncomingMessage): URLSearchParams {
  return new URL(req.url ?? "/", "http://localhost").searchParams;
}

function answer(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  res.end(text);
}

/** The message of a genuine push, or null for anything else. */
function openPush(body: string, query: URLSearchParams, push: PushConfig, appid: string): PushMessage | null {
  const stamp = [push.token, query.get("timestamp") ?? "", query.get("nonce") ?? ""];
  try {
    const outer = readPush(body);
    if (query.get("encrypt_type") !== "aes")
      return push.aesKey === undefined && signatureFits(query.get("signature"), ...stamp) ? outer : null;
    const { encrypted = "" } = outer;
    if (push.aesKey === undefined || !signatureFits(query.get("msg_signature"), ...stamp, encrypted))
      return null;
    return readPush(decryptPush(encrypted, push.aesKey, appid));
  } catch {
    return null;
  }
}

/**
 * WeChat's message push: the address check and the events. With an AES key configured only encrypted pushes are
 * taken, for the signature of a plain one does not cover its body.
 */
export function pushRoutes(platform: Platform, needs: EventNeeds): RawRoute[] {
  const { log, config } = platform;
  const { push, appid } = config.wechat;
  return [
    {
      method: "GET",
      path: PATH,
      handle: (req, res) => {
        const query = queryOf(req);
        const stamp = [push?.token ?? "", query.get("timestamp") ?? "", query.get("nonce") ?? ""];
        if (push === undefined || !signatureFits(query.get("signature"), ...stamp))
          answer(res, 403, "refused");
        else answer(res, 200, query.get("echostr") ?? "");
        return Promise.resolve();
      },
    },
    {
      method: "POST",
      path: PATH,
      handle: async (req, res) => {
        try {
          const body = await getRawBody(req, { limit: BODY_LIMIT, encoding: "utf8" });
          const message = push === undefined ? null : openPush(body, queryOf(req), push, appid);
          if (message === null) return answer(res, 403, "refused");
          await applyEvent(message, needs);
          answer(res, 200, "success");
        } catch (error) {
          log.error({ err: error }, "a push was not handled; WeChat repeats it");
          answer(res, 500, "");
        }
      },
    },
  ];
}

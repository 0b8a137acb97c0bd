import { Agent, request } from "undici";
import { WechatError } from "./wechatError";

/** One HTTP exchange with WeChat's server. */
export interface WechatTransport {
  /** @throws WechatError without `errcode` when there is no usable answer in time */
  send(method: "GET" | "POST", path: string, query: Record<string, string>, body?: unknown): Promise<Buffer>;
  close(): Promise<void>;
}

export const WECHAT_TIMEOUT_MS = 5_000;
const CONNECTIONS = 64;

export function createTransport(baseUrl: string, timeoutMs = WECHAT_TIMEOUT_MS): WechatTransport {
  const agent = new Agent({ connections: CONNECTIONS, keepAliveTimeout: 30_000 });
  return {
    async send(method, path, query, body) {
      try {
        const answer = await request(`${baseUrl}${path}?${new URLSearchParams(query).toString()}`, {
          method,
          dispatcher: agent,
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
        });
        const bytes = Buffer.from(await answer.body.arrayBuffer());
        if (answer.statusCode !== 200) throw new WechatError(path, undefined, `HTTP ${answer.statusCode}`);
        return bytes;
      } catch (error) {
        if (error instanceof WechatError) throw error;
        throw new WechatError(path, undefined, error instanceof Error ? error.name : "network");
      }
    },
    close: () => agent.close(),
  };
}

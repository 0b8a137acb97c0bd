import type { IncomingMessage } from "node:http";
import type { Context, Middleware } from "koa";
import getRawBody from "raw-body";
import { WeChatError } from "../errors";
import type { Sandbox } from "../sandbox";
import type { ApiAnswer, Endpoint } from "./call";

/** Paths that belong to WeChat's server API, whether or not the sandbox knows them. */
const WECHAT_PATH = /^\/(cgi-bin|wxa|sns)\//;
const LARGEST_BODY = "1mb";

/** @throws WeChatError 44002 empty body, 47001 not a JSON object */
async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await getRawBody(request, { encoding: "utf8", limit: LARGEST_BODY });
  if (text.trim() === "") throw new WeChatError(44002);
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    throw new WeChatError(47001);
  }
  throw new WeChatError(47001);
}

/** @throws WeChatError for every refusal */
async function answerOf(sandbox: Sandbox, endpoint: Endpoint, ctx: Context): Promise<ApiAnswer> {
  if (ctx.method !== endpoint.method) {
    throw new WeChatError(endpoint.wrongMethodCode ?? (endpoint.method === "GET" ? 43001 : 43002));
  }
  const query = new URLSearchParams(ctx.querystring);
  if (endpoint.needsToken) sandbox.tokens.check(query.get("access_token") ?? undefined);
  const body = endpoint.method === "POST" ? await readJson(ctx.req) : {};
  return endpoint.handle({ query, body });
}

function write(ctx: Context, answer: ApiAnswer, jsonType = "application/json"): void {
  ctx.status = 200;
  ctx.set("content-type", answer.kind === "image" ? "image/png" : `${jsonType}; charset=utf-8`);
  ctx.body = answer.kind === "json" ? JSON.stringify(answer.body) : answer.body;
}

/** Leaves the caller without an answer; the connection stays open until the caller gives up. */
function keepSilent(ctx: Context): void {
  ctx.respond = false;
}

async function serve(sandbox: Sandbox, endpoint: Endpoint, ctx: Context): Promise<void> {
  const fault = sandbox.faults.take(endpoint.path);
  if (fault === "TIMEOUT") return keepSilent(ctx);
  try {
    if (fault !== undefined && fault !== "ANSWER_LOST") throw new WeChatError(Number(fault));
    const answer = await answerOf(sandbox, endpoint, ctx);
    if (fault === "ANSWER_LOST") return void ctx.req.socket.destroy();
    write(ctx, answer, endpoint.jsonType);
  } catch (error) {
    if (!(error instanceof WeChatError)) throw error;
    write(ctx, { kind: "json", body: error.body() }, endpoint.jsonType);
  }
}

/** Answers WeChat's paths with HTTP 200 throughout, the faults that are switched on first. */
export function dispatchApi(sandbox: Sandbox, endpoints: Endpoint[]): Middleware {
  const byPath = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
  return async (ctx, next) => {
    if (!WECHAT_PATH.test(ctx.path)) {
      await next();
      return;
    }
    const endpoint = byPath.get(ctx.path);
    if (endpoint) return serve(sandbox, endpoint, ctx);
    write(ctx, { kind: "json", body: new WeChatError(40066).body() });
  };
}

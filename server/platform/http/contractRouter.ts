import Router from "@koa/router";
import type { Context } from "koa";
import type { Logger } from "pino";
import { CONTRACT, type EndpointName } from "@talent/shared/contract/index";
import type { Endpoint } from "@talent/shared/contract/endpoint";
import type { Clock } from "../clock";
import { AppError } from "../errors";
import { hasAnyRole, type Reader } from "../auth/reader";
import type { BinaryAnswer, Call, Handlers } from "./handler";
import { parsePart, readJson } from "./parse";
import { sendBinary } from "./sendBinary";

/** What the router needs of the process around it. */
export interface RouterOptions {
  clock: Clock;
  log: Logger;
  /** Reads the bearer token; null when there is none. Throws `token_invalid` or `token_expired`. */
  authenticate(authorization: string | undefined): Promise<Reader | null>;
  /** Called before any handler work; throws `too_many_requests`. */
  admit(endpoint: EndpointName, reader: Reader | null, ip: string): Promise<void>;
  tryOut: boolean;
  /** Check answers against the contract: on in tests, off in production. */
  checkAnswers: boolean;
}

const COMMAND_KEY = /^[A-Za-z0-9_-]{8,80}$/;

function commandKeyOf(ctx: Context): string | undefined {
  const key = ctx.get("Idempotency-Key");
  if (key === "") return undefined;
  if (!COMMAND_KEY.test(key))
    throw new AppError("invalid_idempotency_key", "8 to 80 letters, digits, - or _");
  return key;
}

function admitRole(endpoint: Endpoint, reader: Reader | null): void {
  if (endpoint.access === "anyone") return;
  if (reader === null) throw new AppError("token_missing", "sign in first");
  if (endpoint.access !== "signedIn" && !hasAnyRole(reader, endpoint.access))
    throw new AppError("role_not_allowed", `for ${endpoint.access.join(", ")}`);
}

async function parseBody(endpoint: Endpoint, ctx: Context): Promise<unknown> {
  if (endpoint.method === "GET" || endpoint.bodyType === "multipart") return undefined;
  const body = await readJson(ctx.req, ctx.get("Content-Type"));
  if (endpoint.body !== undefined) return parsePart("body", endpoint.body, body);
  const unknown = typeof body === "object" && body !== null ? Object.keys(body) : ["body"];
  if (unknown.length > 0)
    throw new AppError("invalid_input", "this call takes no body", {
      fields: unknown.map((key) => ({ field: `body.${key}`, problem: "unknown_field" })),
    });
  return undefined;
}

function parseQuery(endpoint: Endpoint, ctx: Context): unknown {
  if (endpoint.query !== undefined) return parsePart("query", endpoint.query, { ...ctx.query });
  const unknown = Object.keys(ctx.query);
  if (unknown.length > 0)
    throw new AppError("invalid_input", "this call takes no query", {
      fields: unknown.map((key) => ({ field: `query.${key}`, problem: "unknown_field" })),
    });
  return undefined;
}

function send(endpoint: Endpoint, ctx: Context, answer: unknown, checkAnswers: boolean): void {
  ctx.set("Cache-Control", "no-store");
  if (endpoint.output === undefined) {
    ctx.status = 204;
    return;
  }
  if (endpoint.output === "binary") {
    sendBinary(ctx, answer as BinaryAnswer);
    return;
  }
  if (checkAnswers) endpoint.output.parse(answer);
  ctx.status = endpoint.status ?? 200;
  // As text: Koa would write an object twice, once to know its length.
  ctx.type = "application/json";
  ctx.body = JSON.stringify(answer);
}

/**
 * The router of the whole contract. Order of refusal: who you are, whether your role may, whether you ask too often,
 * whether the input is right, and only then what the feature says.
 * @throws Error at start when an endpoint has no handler
 */
export function createContractRouter(handlers: Handlers, options: RouterOptions): Router {
  const router = new Router();
  for (const name of Object.keys(CONTRACT) as EndpointName[]) {
    const endpoint: Endpoint = CONTRACT[name];
    if (endpoint.tryOutOnly && !options.tryOut) continue;
    const handler = handlers[name] as unknown as ((call: Call) => Promise<unknown>) | undefined;
    if (handler === undefined) throw new Error(`no handler for ${name}`);
    router.register(endpoint.path, [endpoint.method], async (ctx) => {
      ctx.state.endpoint = name;
      const reader = await options.authenticate(ctx.get("Authorization") || undefined);
      ctx.state.reader = reader;
      admitRole(endpoint, reader);
      await options.admit(name, reader, ctx.ip);
      const call: Call = {
        params: parsePart("params", endpoint.params, ctx.params),
        query: parseQuery(endpoint, ctx),
        body: await parseBody(endpoint, ctx),
        reader: reader as Reader,
        now: options.clock.now(),
        commandKey: endpoint.method === "GET" ? undefined : commandKeyOf(ctx),
        requestId: String(ctx.state.requestId),
        log: options.log,
        ip: ctx.ip,
        raw: ctx.req,
      };
      send(endpoint, ctx, await handler(call), options.checkAnswers);
    });
  }
  return router;
}

import { createHash } from "node:crypto";
import type { Context, Middleware } from "koa";
import type { Logger } from "pino";
import { nanoid } from "nanoid";
import type { Reader } from "../auth/reader";
import type { Metrics } from "../metrics/metrics";

const GIVEN_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** A reader lives as long as its access token is remembered, so each is hashed about once. */
const hashes = new WeakMap<Reader, string>();

/** Lets lines of one account be found together without naming it. */
function hashOfAccount(reader: Reader | null | undefined): string | undefined {
  if (!reader) return undefined;
  const known = hashes.get(reader);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(reader.accountId).digest("base64url").slice(0, 12);
  hashes.set(reader, hash);
  return hash;
}

/** The route's pattern: a path with ids in it would say who was looked at. */
function routeOf(ctx: Context): string {
  const { _matchedRoute: pattern } = ctx as Context & { _matchedRoute?: unknown };
  if (typeof pattern === "string") return pattern;
  return ctx.path.startsWith("/api/") ? "/api/*" : "/*";
}

/**
 * Gives every request an id, and writes one line and one measurement when it is answered: route, status, duration.
 * No query, no body, no address, no name.
 */
export function requestContext(log: Logger, metrics: Metrics): Middleware {
  // The line is made of six fields of ours: looking for secrets in it would only take time.
  const lines = log.child({}, { redact: [] });
  const quiet = !log.isLevelEnabled("info");
  return async (ctx, next) => {
    const startedAt = performance.now();
    const given = ctx.get("X-Request-Id");
    const requestId = GIVEN_ID.test(given) ? given : nanoid(16);
    ctx.state.requestId = requestId;
    ctx.set("X-Request-Id", requestId);
    try {
      await next();
    } finally {
      const ms = performance.now() - startedAt;
      const route = routeOf(ctx);
      const status = String(ctx.status);
      metrics.observe("http_request", ms / 1000, { method: ctx.method, route, status });
      if (!quiet)
        lines.info({
          requestId,
          method: ctx.method,
          route,
          status: ctx.status,
          ms: Math.round(ms * 10) / 10,
          account: hashOfAccount(ctx.state.reader as Reader | null | undefined),
        });
    }
  };
}

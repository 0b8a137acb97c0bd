import { timingSafeEqual } from "node:crypto";
import type Router from "@koa/router";
import type { Context } from "koa";
import { AppError } from "../errors";
import type { Metrics } from "../metrics/metrics";

export interface OperatorParts {
  metrics: Metrics;
  metricsToken: string | undefined;
  /** What is not ready, by name; empty = ready. */
  notReady(): Promise<string[]>;
  openApi(): unknown;
}

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

function mayReadMetrics(ctx: Context, token: string | undefined): boolean {
  if (token === undefined)
    return LOOPBACK.has(ctx.req.socket.remoteAddress ?? "") && !ctx.get("X-Forwarded-For");
  const given = Buffer.from(ctx.get("Authorization"));
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Health, metrics and the description of the API: for operators and machines, outside the contract. */
export function addOperatorRoutes(router: Router, parts: OperatorParts): void {
  router.get("/api/health/live", (ctx) => {
    ctx.body = { status: "live" };
  });
  router.get("/api/health/ready", async (ctx) => {
    const notReady = await parts.notReady();
    if (notReady.length > 0) throw new AppError("not_ready", notReady.join(", "), { notReady });
    ctx.body = { status: "ready" };
  });
  router.get("/api/metrics", async (ctx) => {
    if (!mayReadMetrics(ctx, parts.metricsToken))
      throw new AppError("route_not_found", "there is nothing here");
    const { text, contentType } = await parts.metrics.expose();
    ctx.set("Content-Type", contentType);
    ctx.body = text;
  });
  router.get("/api/openapi.json", (ctx) => {
    ctx.set("Cache-Control", "no-cache");
    ctx.body = parts.openApi();
  });
}

import type { Middleware } from "koa";

const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Lets web pages of this machine, and no others, use the control paths from the browser. */
export const allowLoopbackOrigins: Middleware = async (ctx, next) => {
  const origin = ctx.get("origin");
  if (LOOPBACK_ORIGIN.test(origin)) {
    ctx.set("access-control-allow-origin", origin);
    ctx.vary("origin");
    if (ctx.method === "OPTIONS") {
      ctx.set("access-control-allow-methods", "GET, POST, PUT, DELETE");
      ctx.set("access-control-allow-headers", "content-type");
      ctx.status = 204;
      return;
    }
  }
  await next();
};

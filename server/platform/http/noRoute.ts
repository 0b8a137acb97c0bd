import type Router from "@koa/router";
import type { Middleware } from "koa";
import { AppError } from "../errors";

/** Answers below `/api` that no route gave: 405 with `Allow` where the path exists, else 404. */
export function refuseUnknownRoutes(routers: readonly Router[]): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith("/api/") && ctx.path !== "/api") {
      await next();
      return;
    }
    const layers = routers.flatMap((router) => router.match(ctx.path, ctx.method).path);
    const methods = [...new Set(layers.flatMap((layer) => layer.methods))].sort();
    if (methods.length === 0) throw new AppError("route_not_found", "there is nothing here");
    ctx.set("Allow", methods.join(", "));
    throw new AppError("method_not_allowed", `for ${methods.join(", ")}`);
  };
}

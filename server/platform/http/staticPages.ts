import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { send } from "@koa/send";
import type { Middleware } from "koa";

/** A build puts a hash into the names of these files, so a name never changes its content. */
const HASHED = /^\/(js|css|chunk|static)\/.+\.[0-9a-f]{6,}\.|[.-][0-9a-f]{8,}\.(js|css|woff2?|png|svg)$/;
const YEAR_MS = 365 * 86_400_000;

/**
 * The browser build: files as they are, every other path is a page of the app and answers `index.html`. A missing
 * file with an ending is really missing.
 */
export function staticPages(root: string): Middleware {
  const index = existsSync(join(root, "index.html"));
  return async (ctx, next) => {
    await next();
    if (ctx.body !== undefined && ctx.body !== null) return;
    if (ctx.status !== 404 || (ctx.method !== "GET" && ctx.method !== "HEAD")) return;
    const isFile = extname(ctx.path) !== "";
    try {
      if (isFile) {
        const immutable = HASHED.test(ctx.path);
        await send(ctx, ctx.path, { root, maxAge: immutable ? YEAR_MS : 0, immutable });
        return;
      }
    } catch (error) {
      if (!(error instanceof Error && "status" in error && error.status === 404)) throw error;
      return;
    }
    if (!index) return;
    await send(ctx, "index.html", { root, maxAge: 0 });
    ctx.set("Cache-Control", "no-cache");
  };
}

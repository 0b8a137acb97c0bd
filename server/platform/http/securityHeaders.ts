import helmet from "koa-helmet";
import type { Middleware } from "koa";

/** Answers of the API are data: no page may frame, run or sniff them. */
const API_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

const HSTS = "max-age=31536000; includeSubDomains";

/**
 * Fixed headers for the API, a full policy for the browser build. Taro sets styles of elements by script, hence
 * `unsafe-inline` for styles; images may come from data and blob addresses made by the page itself.
 */
export function securityHeaders(production: boolean): Middleware {
  const forPages = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: production,
    crossOriginEmbedderPolicy: false,
  });
  return async (ctx, next) => {
    if (!ctx.path.startsWith("/api")) {
      await forPages(ctx, next);
      return;
    }
    ctx.set({ ...API_HEADERS, ...(production ? { "Strict-Transport-Security": HSTS } : {}) });
    await next();
  };
}

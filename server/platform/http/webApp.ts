import Koa from "koa";
import compress from "koa-compress";
import Router from "@koa/router";
import type { EndpointName } from "@talent/shared/contract/index";
import type { Reader } from "../auth/reader";
import type { Platform, RawRoute } from "../platform";
import { answerErrors } from "./answerErrors";
import { createContractRouter } from "./contractRouter";
import type { Handlers } from "./handler";
import { refuseUnknownRoutes } from "./noRoute";
import { keptOpenApiDocument } from "../openApi/document";
import { addOperatorRoutes } from "./operatorRoutes";
import { createRateLimits } from "./rateLimits";
import { requestContext } from "./requestContext";
import { securityHeaders } from "./securityHeaders";
import { staticPages } from "./staticPages";

/** Smaller answers are not worth compressing. */
const COMPRESS_FROM_BYTES = 1024;

export interface WebParts {
  platform: Platform;
  handlers: Handlers<EndpointName>;
  rawRoutes: readonly RawRoute[];
  authenticate(authorization: string | undefined): Promise<Reader | null>;
  /** What is not ready, by name. */
  notReady(): Promise<string[]>;
}

function addRawRoutes(router: Router, routes: readonly RawRoute[]): void {
  for (const route of routes)
    router.register(route.path, [route.method], async (ctx) => {
      ctx.respond = false;
      await route.handle(ctx.req, ctx.res);
    });
}

/** The Koa application: operators' routes, raw routes, the contract, and the browser build beside them. */
export function createWebApp({ platform, handlers, rawRoutes, authenticate, notReady }: WebParts): Koa {
  const { config, log, metrics } = platform;
  // Behind a proxy only the address that the proxy itself added is believed.
  const app = new Koa({ proxy: config.trustProxy, maxIpsCount: 1 });
  app.on("error", (error: unknown) => log.warn({ err: error }, "an answer could not be sent"));

  const outside = new Router();
  addOperatorRoutes(outside, {
    metrics,
    metricsToken: config.metricsToken,
    notReady,
    openApi: keptOpenApiDocument(config.tryOut),
  });
  addRawRoutes(outside, rawRoutes);
  const contract = createContractRouter(handlers, {
    clock: platform.clock,
    log,
    authenticate,
    admit: createRateLimits(config.callsPerMinute),
    tryOut: config.tryOut,
    checkAnswers: config.checkAnswers,
  });

  app.use(requestContext(log, metrics));
  app.use(securityHeaders(config.production));
  app.use(answerErrors(log));
  app.use(compress({ threshold: COMPRESS_FROM_BYTES, br: false }));
  if (config.staticDir !== undefined) app.use(staticPages(config.staticDir));
  app.use(outside.routes());
  app.use(contract.routes());
  app.use(refuseUnknownRoutes([outside, contract]));
  return app;
}

import Router from "@koa/router";
import Koa from "koa";
import type { Middleware } from "koa";
import { contentCheckEndpoints } from "./api/contentCheck";
import { dispatchApi } from "./api/dispatch";
import { loginEndpoints } from "./api/login";
import { phoneEndpoints } from "./api/phone";
import { subscribeEndpoints } from "./api/subscribe";
import { tokenEndpoints } from "./api/token";
import { wxacodeEndpoints } from "./api/wxacode";
import { ControlError } from "./control/controlBody";
import { allowLoopbackOrigins } from "./control/crossOrigin";
import { addOperatorRoutes } from "./control/operatorRoutes";
import { addPageRoute } from "./control/pageRoute";
import { addPersonaRoutes } from "./control/personaRoutes";
import type { Sandbox } from "./sandbox";
import { answerVerification } from "./verification/answerVerification";

const answerControlErrors: Middleware = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    ctx.status = error.status;
    ctx.body = { error: error.message };
  }
};

/** WeChat's paths first, then the control paths and the page. */
export function createApp(sandbox: Sandbox): Koa {
  const endpoints = [
    ...loginEndpoints(sandbox),
    ...tokenEndpoints(sandbox),
    ...phoneEndpoints(sandbox),
    ...subscribeEndpoints(sandbox),
    ...contentCheckEndpoints(sandbox),
    ...wxacodeEndpoints(sandbox),
  ];
  const router = new Router();
  addPersonaRoutes(router, sandbox);
  addOperatorRoutes(router, sandbox);
  addPageRoute(router, sandbox);
  const app = new Koa();
  app.use(dispatchApi(sandbox, endpoints));
  app.use(allowLoopbackOrigins);
  app.use(answerControlErrors);
  app.use(answerVerification(sandbox));
  app.use(router.routes()).use(router.allowedMethods());
  return app;
}

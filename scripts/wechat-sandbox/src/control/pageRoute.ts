import type Router from "@koa/router";
import { renderPage } from "../page/page";
import type { Sandbox } from "../sandbox";
import { ControlError } from "./controlBody";

/** `GET /?persona=ID&product=URL`; without a persona the first one. */
export function addPageRoute(router: Router, sandbox: Sandbox): void {
  router.get("/", (ctx) => {
    const query = new URLSearchParams(ctx.querystring);
    const persona = sandbox.personas.byId(query.get("persona") ?? "") ?? sandbox.personas.all[0];
    if (!persona) throw new ControlError(404, "no personas");
    ctx.type = "html";
    ctx.set("cache-control", "no-store");
    ctx.body = renderPage(sandbox, persona, query.get("product") ?? sandbox.options.product);
  });
}

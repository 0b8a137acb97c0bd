import type Router from "@koa/router";
import { isKnownFault } from "../faults";
import { parsePushSettings } from "../push/pushSettings";
import type { PushSettings } from "../push/pushSettings";
import type { Sandbox } from "../sandbox";
import { ControlError, readControlBody } from "./controlBody";

/** Milliseconds of an instant given as ISO text or as a number. */
function instantOf(value: unknown): number {
  const instant = typeof value === "string" || typeof value === "number" ? new Date(value).getTime() : NaN;
  if (Number.isNaN(instant)) throw new ControlError(400, "now: an ISO 8601 instant is needed");
  return instant;
}

function pushSettingsOf(body: Record<string, unknown>): PushSettings {
  try {
    return parsePushSettings(body);
  } catch (error) {
    throw new ControlError(400, error instanceof Error ? error.message : "the settings are wrong");
  }
}

function addFaultRoutes(router: Router, sandbox: Sandbox): void {
  router.get("/faults", (ctx) => {
    ctx.body = sandbox.faults.list();
  });
  router.post("/faults", async (ctx) => {
    const body = await readControlBody(ctx);
    const path = typeof body.path === "string" ? body.path : "";
    const fault = typeof body.fault === "number" ? String(body.fault) : body.fault;
    const times = body.times ?? 1;
    if (typeof fault !== "string" || !isKnownFault(path, fault))
      throw new ControlError(400, "this path knows no such fault");
    if (typeof times !== "number" || !Number.isInteger(times) || times < 1) {
      throw new ControlError(400, "times: a positive integer is needed");
    }
    sandbox.faults.add({ path, fault, times });
    ctx.body = sandbox.faults.list();
  });
  router.delete("/faults", (ctx) => {
    sandbox.faults.clear();
    ctx.status = 204;
  });
}

function addClockRoutes(router: Router, sandbox: Sandbox): void {
  const present = () => ({ now: new Date(sandbox.clock.now()).toISOString() });
  router.get("/clock", (ctx) => {
    ctx.body = present();
  });
  router.put("/clock", async (ctx) => {
    sandbox.clock.set(instantOf((await readControlBody(ctx)).now));
    ctx.body = present();
  });
  router.delete("/clock", (ctx) => {
    sandbox.clock.clear();
    ctx.body = present();
  });
}

/** What the account's console and the test operator do: credentials, message push, faults, business time. */
export function addOperatorRoutes(router: Router, sandbox: Sandbox): void {
  router.get("/credentials", (ctx) => {
    ctx.body = sandbox.credentials;
  });
  router.put("/push", async (ctx) => {
    const settings = pushSettingsOf(await readControlBody(ctx));
    ctx.body = await sandbox.pusher.configure(settings);
    sandbox.state.touch();
  });
  addFaultRoutes(router, sandbox);
  addClockRoutes(router, sandbox);
}

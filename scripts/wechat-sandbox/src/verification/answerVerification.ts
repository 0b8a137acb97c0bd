import { setTimeout as sleep } from "node:timers/promises";
import type { Context, Middleware } from "koa";
import { readControlBody } from "../control/controlBody";
import data from "../data/verification.json";
import type { Sandbox } from "../sandbox";
import { delayOf, SOURCES, type SourceKey } from "./sources";

interface SourceAnswer {
  result: string;
  evidence: string;
}

const PEOPLE = new Map<unknown, Partial<Record<SourceKey, SourceAnswer>>>(
  data.people.map(({ idNumber, answers }) => [idNumber, answers]),
);

function refuse(ctx: Context, status: number, error: string): void {
  ctx.status = status;
  ctx.body = { error };
}

function answer(
  sandbox: Sandbox,
  source: SourceKey,
  ctx: Context,
  { idNumber, employerName }: Record<string, unknown>,
): void {
  if (ctx.method !== "POST") return refuse(ctx, 405, "POST is needed");
  if (ctx.get("authorization") !== `Bearer ${sandbox.credentials.secret}`)
    return refuse(ctx, 401, "the secret is wrong");
  if (typeof idNumber !== "string" || typeof employerName !== "string")
    return refuse(ctx, 400, "idNumber and employerName are needed");
  ctx.body = PEOPLE.get(idNumber)?.[source] ?? data.otherwise[source];
}

/** Meets the fault, if it keeps the source from answering. */
function fails(fault: string | undefined, ctx: Context): boolean {
  if (fault === "TIMEOUT") ctx.respond = false;
  else if (fault === "REFUSED") ctx.req.socket.destroy();
  else if (fault === "GARBAGE") ctx.body = "<html>维护中</html>";
  else if (fault !== undefined && /^\d+$/.test(fault)) refuse(ctx, Number(fault), "a fault is switched on");
  else return false;
  return true;
}

/** Plays the sources where a talent's stay is verified; the faults that are switched on come first. */
export function answerVerification(sandbox: Sandbox): Middleware {
  return async (ctx, next) => {
    const source = SOURCES.find(({ path }) => path === ctx.path);
    if (source === undefined) {
      await next();
      return;
    }
    const fault = sandbox.faults.take(source.path);
    const question = ctx.method === "POST" ? await readControlBody(ctx) : {};
    await sleep(delayOf(fault));
    if (!fails(fault, ctx)) answer(sandbox, source.key, ctx, question);
  };
}

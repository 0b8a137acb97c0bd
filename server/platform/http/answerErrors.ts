import type { Context, Middleware } from "koa";
import type { Logger } from "pino";
import type { ErrorBody } from "@talent/shared/contract/errors";
import { AppError } from "../errors";

/** Refusals after which the rest of a body is not worth reading: the connection is closed instead. */
const CLOSE_AFTER: readonly string[] = ["file_too_large", "body_too_large"];

function bodyOf(error: AppError): ErrorBody {
  const { code, message, details } = error;
  return { error: { code, message, ...(details === undefined ? {} : { details }) } };
}

function send(ctx: Context, error: AppError): void {
  ctx.status = error.status;
  ctx.set("Cache-Control", "no-store");
  if (error.code.startsWith("token_")) ctx.set("WWW-Authenticate", "Bearer");
  const retryAfter = error.details?.["retryAfterSeconds"];
  if (typeof retryAfter === "number") ctx.set("Retry-After", String(retryAfter));
  if (CLOSE_AFTER.includes(error.code) || !ctx.req.complete) ctx.set("Connection", "close");
  ctx.body = bodyOf(error);
}

/** Turns what is thrown into the contract's error body. Whatever is not ours is logged and shown as nothing. */
export function answerErrors(log: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof AppError) {
        send(ctx, error);
        return;
      }
      log.error({ err: error, requestId: ctx.state.requestId as string }, "unexpected error");
      send(ctx, new AppError("internal", "something went wrong on our side"));
    }
  };
}

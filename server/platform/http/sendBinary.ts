import type { Context } from "koa";
import type { BinaryAnswer } from "./handler";

/** Sends a file so that no browser runs it: fixed type, sandboxed, never sniffed. */
export function sendBinary(ctx: Context, answer: BinaryAnswer): void {
  ctx.status = 200;
  ctx.set("Content-Type", answer.mime);
  ctx.set("X-Content-Type-Options", "nosniff");
  ctx.set("Content-Security-Policy", "default-src 'none'; sandbox");
  const disposition = answer.attachment ? "attachment" : "inline";
  ctx.set("Content-Disposition", `${disposition}; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`);
  if (answer.bytes !== undefined) ctx.length = answer.bytes;
  ctx.body = answer.body;
}

import * as z from "zod/mini";
import { WechatError } from "./wechatError";

const errorSchema = z.object({ errcode: z.optional(z.number()), errmsg: z.optional(z.string()) });

/** WeChat's message ids exceed 2^53: they are quoted before `JSON.parse` would round them. */
const BIG_MSGID = /("msgid"\s*:\s*)(\d+)/;

/**
 * Parses an answer. WeChat answers errors with HTTP 200 and a code, and JSON under any content type.
 * @throws WechatError with the code when there is one that is not 0
 */
export function parseAnswer(path: string, bytes: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8").replace(BIG_MSGID, '$1"$2"'));
  } catch {
    throw new WechatError(path, undefined, "the answer is not JSON");
  }
  const head = errorSchema.safeParse(value);
  const errcode = head.success ? head.data.errcode : undefined;
  if (errcode !== undefined && errcode !== 0)
    throw new WechatError(path, errcode, head.data?.errmsg ?? "no message");
  return value;
}

/** @throws WechatError when the answer lacks what the schema names */
export function readAnswer<S extends z.ZodMiniType>(path: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new WechatError(path, undefined, "the answer has another form than documented");
  return parsed.data;
}

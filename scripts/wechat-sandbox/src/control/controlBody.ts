import type { Context } from "koa";
import getRawBody from "raw-body";

/** A refusal of the sandbox's own control paths (not of WeChat's): `{error}` with a 4xx status. */
export class ControlError extends Error {
  constructor(
    readonly status: 400 | 404,
    message: string,
  ) {
    super(message);
    this.name = "ControlError";
  }
}

/** JSON object of a control request; an empty body counts as `{}`. */
export async function readControlBody(ctx: Context): Promise<Record<string, unknown>> {
  const text = await getRawBody(ctx.req, { encoding: "utf8", limit: "100kb" });
  if (text.trim() === "") return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ControlError(400, "the body is not JSON");
  }
  if (typeof body !== "object" || body === null) throw new ControlError(400, "the body is not an object");
  return { ...body };
}

/** A field that holds a list of texts; missing counts as empty. */
export function textList(value: unknown, field: string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
  throw new ControlError(400, `${field}: a list of texts is needed`);
}

import getRawBody from "raw-body";
import type { IncomingMessage } from "node:http";
import type * as z from "zod/mini";
import type { FieldProblem } from "@talent/shared/contract/errors";
import { AppError } from "../errors";

/** Largest JSON body. Files travel as multipart with their own limit. */
const JSON_LIMIT = "256kb";

type Schema = z.ZodMiniType;
type Issue = z.core.$ZodIssue;

function problemsOf(where: string, issue: Issue): FieldProblem[] {
  const at = [where, ...issue.path.map(String)].join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: `${at}.${key}`, problem: "unknown_field" }));
  if (issue.code === "invalid_type" && issue.input === undefined) return [{ field: at, problem: "required" }];
  return [{ field: at, problem: issue.code }];
}

/**
 * Parses one part of the input.
 * @throws AppError `invalid_input` naming every wrong field
 */
export function parsePart(
  where: "params" | "query" | "body",
  schema: Schema | undefined,
  value: unknown,
): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap((issue) => problemsOf(where, issue));
  throw new AppError("invalid_input", `invalid ${fields.map((field) => field.field).join(", ")}`, { fields });
}

/** Reads a JSON body. An empty body reads as `{}`. */
export async function readJson(req: IncomingMessage, contentType: string): Promise<unknown> {
  let text: string;
  try {
    text = await getRawBody(req, {
      limit: JSON_LIMIT,
      encoding: "utf8",
      length: req.headers["content-length"],
    });
  } catch (error) {
    if (error instanceof Error && "type" in error && error.type === "entity.too.large")
      throw new AppError("body_too_large", `a JSON body holds at most ${JSON_LIMIT}`);
    throw new AppError("invalid_input", "the body did not arrive whole");
  }
  if (text === "") return {};
  if (!/^application\/json\b/i.test(contentType))
    throw new AppError("content_type_not_supported", "send application/json");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError("invalid_input", "the body is not JSON", {
      fields: [{ field: "body", problem: "not_json" }],
    });
  }
}

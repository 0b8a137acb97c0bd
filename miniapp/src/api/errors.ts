import type { ErrorBody, ErrorCode } from "@talent/shared/contract/errors";

/** The server refused or failed: HTTP status, stable code and what it said about it. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    readonly status: number,
    readonly code: ErrorCode | "unknown",
    message: string,
    readonly details: ErrorBody["error"]["details"] = undefined,
  ) {
    super(message);
  }
}

/** Reads an error answer; a body that is not ours (a proxy's page) becomes `unknown`. */
export function errorFrom(status: number, body: unknown): ApiError {
  const error = (body as Partial<ErrorBody> | null)?.error;
  if (error === undefined || typeof error.code !== "string")
    return new ApiError(status, "unknown", `HTTP ${status}`);
  return new ApiError(status, error.code, error.message, error.details);
}

import { ERRORS, type ErrorCode, type FieldProblem } from "@talent/shared/contract/errors";

type Details = { fields?: FieldProblem[]; [key: string]: unknown };

/** An error that the caller may see: a stable code, its HTTP status and details that are safe to show. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: Details | undefined;

  constructor(code: ErrorCode, message: string, details?: Details) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.status = ERRORS[code];
    this.details = details;
  }
}

/** The refusal of one field of the input. */
export function invalidField(field: string, problem: string): AppError {
  return new AppError("invalid_input", `${field}: ${problem}`, { fields: [{ field, problem }] });
}

/** Unseen and absent look the same to the caller. */
export function notFound(what: string): AppError {
  return new AppError("not_found", `${what} not found`);
}

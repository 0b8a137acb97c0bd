/** Errors of the talent code: HTTP status and stable code. */
export const TALENT_CODE_ERRORS = {
  code_unreadable: 422,
  code_mistyped: 422,
  code_unknown: 422,
  code_expired: 410,
  code_used: 409,
  code_lost: 409,
  scan_needed: 409,
} as const satisfies Record<string, number>;

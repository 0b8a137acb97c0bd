/** Errors of service cycles: HTTP status and stable code. The details name the day. */
export const CYCLE_ERRORS = {
  decided_before: 403,
  evaluation_too_early: 409,
  evaluation_window_closed: 409,
  appeal_too_late: 409,
} as const satisfies Record<string, number>;

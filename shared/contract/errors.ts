import { COUNTER_ERRORS } from "./counterErrors";
import { CYCLE_ERRORS } from "./cycleErrors";
import { TALENT_CODE_ERRORS } from "./talentCodeErrors";

/** Every error a caller can meet: HTTP status and stable code. Sentences for people live in the clients. */
export const ERRORS = {
  invalid_input: 400,
  invalid_cursor: 400,
  invalid_idempotency_key: 400,
  login_code_invalid: 401,
  token_missing: 401,
  token_invalid: 401,
  token_expired: 401,
  refresh_token_invalid: 401,
  refresh_token_reused: 401,
  role_not_allowed: 403,
  action_not_allowed: 403,
  account_disabled: 403,
  last_administrator: 409,
  not_entitled: 403,
  supervisor_needed: 403,
  consent_needed: 403,
  not_found: 404,
  route_not_found: 404,
  method_not_allowed: 405,
  state_changed: 409,
  idempotency_key_reused: 409,
  already_rated: 409,
  already_linked: 409,
  limit_passed: 409,
  post_left_empty: 409,
  not_yet: 409,
  answers_awaited: 409,
  sign_in_expired: 410,
  file_too_large: 413,
  body_too_large: 413,
  file_type_not_allowed: 415,
  file_type_mismatch: 415,
  content_type_not_supported: 415,
  file_missing: 422,
  file_rejected: 422,
  materials_missing: 422,
  too_many_files: 422,
  points_unanswered: 422,
  completion_doubtful: 422,
  talent_not_matched: 422,
  content_refused: 422,
  too_many_requests: 429,
  internal: 500,
  wechat_unavailable: 503,
  not_ready: 503,
  ...COUNTER_ERRORS,
  ...TALENT_CODE_ERRORS,
  ...CYCLE_ERRORS,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERRORS;

/** One field that is wrong: where it stands and what is wrong with it. */
export interface FieldProblem {
  /** Dotted path inside the input, beginning with `body`, `query` or `params`. */
  field: string;
  problem: string;
}

/** The body of every error answer. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    message: string;
    details?: { fields?: FieldProblem[] | undefined; [key: string]: unknown } | undefined;
  };
}

/** What became of a call to WeChat, from the caller's point of view. */
export type WechatFailure =
  /** the person has not allowed the message, or allowed none any more */
  | "noConsent"
  /** the login or phone code is wrong, used or too old */
  | "codeInvalid"
  /** later the same call may succeed: network, timeout, quota, a busy recipient */
  | "temporary"
  /** the same call will never succeed: our configuration or our content is wrong */
  | "permanent";

/** Codes with a meaning of their own; any other code is permanent. */
const FAILURES: Readonly<Record<number, WechatFailure>> = {
  [-1]: "temporary",
  40001: "temporary",
  40014: "temporary",
  42001: "temporary",
  43108: "temporary",
  45009: "temporary",
  45011: "temporary",
  40029: "codeInvalid",
  40163: "codeInvalid",
  43101: "noConsent",
};

/** Codes that say the access token is no longer good. */
const TOKEN_CODES: readonly number[] = [40001, 40014, 42001];

/** An answer of WeChat with an error code, or no answer at all (`errcode` undefined). */
export class WechatError extends Error {
  override readonly name = "WechatError";
  readonly failure: WechatFailure;

  constructor(
    readonly path: string,
    readonly errcode: number | undefined,
    message: string,
  ) {
    super(`${path}: ${errcode ?? "no answer"} ${message}`);
    this.failure = errcode === undefined ? "temporary" : (FAILURES[errcode] ?? "permanent");
  }

  get tokenRefused(): boolean {
    return this.errcode !== undefined && TOKEN_CODES.includes(this.errcode);
  }
}

import { NetworkError } from "../platform/types";
import { ApiError, errorFrom } from "./errors";
import type { Send, WireAnswer, WireRequest } from "./wire";

/** Tokens of the present session, wherever they are kept. */
export interface TokenKeeper {
  accessToken(): string | undefined;
  refreshToken(): string | undefined;
  /** Exchanges the refresh token and keeps the new pair; throws `ApiError` when the session has ended. */
  refresh(refreshToken: string): Promise<void>;
  /** The session cannot be continued: forget it. */
  ended(): void;
}

export interface TransportCall {
  method: WireRequest["method"];
  path: string;
  body?: unknown;
  /** Kept over retries of the same intent; every write carries one. */
  idempotencyKey?: string | undefined;
}

/** Codes with which a fresh access token may succeed. */
const REFRESHABLE = new Set(["token_expired", "token_invalid"]);
/** Attempts when no answer came. Reads repeat freely, writes because their key makes a repetition harmless. */
const ATTEMPTS = 2;

/** Sends calls with the session's token, renews it once when it has expired, and turns refusals into `ApiError`. */
export function createTransport(send: Send, tokens: TokenKeeper) {
  let refreshing: Promise<void> | undefined;

  /** However many calls find the token expired at once, it is exchanged once. */
  function refreshOnce(refreshToken: string): Promise<void> {
    refreshing ??= tokens.refresh(refreshToken).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  async function attempt(call: TransportCall): Promise<WireAnswer> {
    const token = tokens.accessToken();
    const headers: Record<string, string> = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(call.idempotencyKey === undefined ? {} : { "idempotency-key": call.idempotencyKey }),
    };
    const request = {
      method: call.method,
      path: call.path,
      headers,
      ...(call.body === undefined ? {} : { body: call.body }),
    };
    for (let left = ATTEMPTS; ;) {
      try {
        return await send(request);
      } catch (error) {
        left -= 1;
        if (left === 0 || !(error instanceof NetworkError)) throw error;
      }
    }
  }

  /** Body of a 2xx answer. Throws `ApiError`, or `NetworkError` when nothing is known about the outcome. */
  async function call(request: TransportCall): Promise<unknown> {
    const sentWith = tokens.accessToken();
    const answer = await attempt(request);
    if (isSuccess(answer)) return answer.body;
    const error = errorFrom(answer.status, answer.body);
    if (error.status !== 401 || !REFRESHABLE.has(error.code)) throw error;
    await renew(sentWith);
    const second = await attempt(request);
    if (isSuccess(second)) return second.body;
    throw errorFrom(second.status, second.body);
  }

  /** Makes sure that another access token than `sentWith` is at hand. */
  async function renew(sentWith: string | undefined): Promise<void> {
    if (tokens.accessToken() !== sentWith) return;
    const refreshToken = tokens.refreshToken();
    if (refreshToken === undefined) {
      tokens.ended();
      throw new ApiError(401, "token_missing", "signed out");
    }
    try {
      await refreshOnce(refreshToken);
    } catch (error) {
      if (error instanceof ApiError) tokens.ended();
      throw error;
    }
  }

  return { call, renew };
}

function isSuccess(answer: WireAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** One call of WeChat's server API, already through method, token and body checks. */
interface ApiCall {
  query: URLSearchParams;
  /** Parsed JSON body; empty for GET. */
  body: Record<string, unknown>;
}

export type ApiAnswer =
  /** Sent as JSON with the endpoint's content type. */
  | { kind: "json"; body: object }
  /** JSON text written by hand, for integers that a JavaScript number cannot hold. */
  | { kind: "text"; body: string }
  | { kind: "image"; body: Buffer };

export interface Endpoint {
  method: "GET" | "POST";
  path: string;
  /** Whether the call needs `access_token` in its query. */
  needsToken: boolean;
  /** Content type of JSON answers, when it is not `application/json`. */
  jsonType?: string;
  /** Code for a call with the other method, where it is not 43001 or 43002. */
  wrongMethodCode?: number;
  /** @throws WeChatError for every refusal */
  handle(call: ApiCall): ApiAnswer | Promise<ApiAnswer>;
}

export const ok = { errcode: 0, errmsg: "ok" } as const;

/** Text of a body field, or empty when it is missing or no text. */
export function textField(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  return typeof value === "string" ? value : "";
}

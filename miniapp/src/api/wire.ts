export interface WireRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Path with its query, beginning with `/api/`. */
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

export interface WireAnswer {
  status: number;
  body: unknown;
}

/** Puts one request on the wire. Rejects with `NetworkError` when no answer came. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

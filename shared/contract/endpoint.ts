import type * as z from "zod/mini";
import type { Role } from "../domain/roles";

type Schema = z.ZodMiniType;

/** Who may call: anybody, anybody signed in, or holders of one of these roles. */
export type Access = "anyone" | "signedIn" | readonly Role[];

/** One row of the contract. Router, typed client, OpenAPI document and refusal tests are derived from it. */
export interface Endpoint {
  /** No PATCH: WeChat's `wx.request` does not send it. */
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** With `:name` parameters, below the server's root. */
  path: `/api/${string}`;
  summary: string;
  access: Access;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  /** `multipart` takes one file in the field `file` and the body schema's fields as text parts. */
  bodyType?: "json" | "multipart";
  /** Absent = nothing is answered (204); `"binary"` = the bytes of a file. */
  output?: Schema | "binary";
  /** 200 unless it says otherwise. */
  status?: 200 | 201 | 202 | 204;
  /** Only while the injected clock may be moved by hand (`TRYOUT=1`); otherwise the route does not exist. */
  tryOutOnly?: true;
}

type Out<S> = S extends Schema ? z.output<S> : undefined;
type In<S> = S extends Schema ? z.input<S> : undefined;

/** What a handler receives after parsing. */
export interface ParsedInput<E extends Endpoint> {
  params: Out<E["params"]>;
  query: Out<E["query"]>;
  body: Out<E["body"]>;
}

/** What a caller sends. */
export interface CallInput<E extends Endpoint> {
  params?: In<E["params"]>;
  query?: In<E["query"]>;
  body?: In<E["body"]>;
}

/** What the caller gets back. */
export type OutputOf<E extends Endpoint> = E["output"] extends Schema ? z.output<E["output"]> : undefined;

/** Keeps the literal types of a table of endpoints while checking its form. */
export function defineEndpoints<const T extends Record<string, Endpoint>>(endpoints: T): T {
  return endpoints;
}

import type { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
import type { Contract, EndpointName } from "@talent/shared/contract/index";
import type { Endpoint, OutputOf, ParsedInput } from "@talent/shared/contract/endpoint";
import type { Logger } from "pino";
import type { Reader } from "../auth/reader";

/** Bytes that leave instead of JSON. */
export interface BinaryAnswer {
  body: Buffer | Readable;
  mime: string;
  bytes?: number;
  fileName: string;
  /** To be kept as a file, not shown in a page. */
  attachment?: boolean;
}

type ReaderFor<E extends Endpoint> = E["access"] extends "anyone" ? Reader | null : Reader;

/** One call of an endpoint, parsed and admitted. */
export interface Call<E extends Endpoint = Endpoint> extends ParsedInput<E> {
  reader: ReaderFor<E>;
  /** The injected clock's time at which the call came in. */
  now: Date;
  /** `Idempotency-Key` of a write, absent when the caller sent none. */
  commandKey: string | undefined;
  requestId: string;
  log: Logger;
  /** Caller's address, for rate limits. */
  ip: string;
  /** The raw stream of a multipart call; consumed by `receiveFile`. */
  raw: IncomingMessage;
}

type AnswerOf<E extends Endpoint> = E["output"] extends "binary"
  ? BinaryAnswer
  : OutputOf<E> extends undefined
    ? void
    : OutputOf<E>;

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<AnswerOf<E>>;

/** The handlers of a feature, by endpoint name. */
export type Handlers<Names extends EndpointName = EndpointName> = { [N in Names]: Handler<Contract[N]> };

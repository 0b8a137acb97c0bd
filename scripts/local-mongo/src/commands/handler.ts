import type { Doc } from "../bson/value";
import type { Engine } from "./engine";

/** What is remembered of a client connection. */
export interface Connection {
  id: number;
  remoteAddress: string;
  /** the name the client gave itself in its handshake */
  appName: string | undefined;
}

export interface Request {
  engine: Engine;
  db: string;
  /** documents that came beside the command, by field */
  sequences: ReadonlyMap<string, readonly Buffer[]>;
  connection: Connection;
  /** session id as hex; empty without a session */
  session: string;
  /** documents are written even if the collection's validator refuses them */
  bypassValidation: boolean;
}

/** A reply that is BSON already. */
export class RawReply {
  constructor(readonly bytes: Buffer) {}
}

export type Reply = Doc | RawReply;

/** Answers a command; a reply without `ok` means success. */
export type Handler = (command: Doc, request: Request) => Reply | Promise<Reply>;

/** Answers a command inside a write transaction. */
export type WriteHandler = (command: Doc, request: Request) => Doc;

export type Handlers = Readonly<Record<string, Handler>>;
export type WriteHandlers = Readonly<Record<string, WriteHandler>>;

export function namespace(request: Request, collection: string): string {
  return `${request.db}.${collection}`;
}

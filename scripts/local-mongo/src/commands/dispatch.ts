import { Binary, Double } from "bson";
import { MongoError } from "../errors";
import { getField, isDoc, isLong, isNumeric, isTruthy, toNumber } from "../bson/value";
import type { Doc } from "../bson/value";
import { aggregateHandlers } from "./aggregate";
import { catalogHandlers, catalogWriteHandlers } from "./catalogCommands";
import type { Engine } from "./engine";
import { explainHandlers } from "./explain";
import { CloseConnection } from "./failPoints";
import { findHandlers } from "./find";
import { appNameOf, handshakeHandlers } from "./handshake";
import { RawReply } from "./handler";
import type { Connection, Handler, Reply, Request, WriteHandler } from "./handler";
import { indexHandlers, indexWriteHandlers } from "./indexes";
import { insertHandlers } from "./insert";
import { removeHandlers } from "./remove";
import { updateHandlers } from "./update";

const HANDLERS = new Map<string, Handler>(
  Object.entries({
    ...handshakeHandlers,
    ...findHandlers,
    ...catalogHandlers,
    ...indexHandlers,
    ...aggregateHandlers,
    ...explainHandlers,
  }),
);

const WRITE_HANDLERS = new Map<string, WriteHandler>(
  Object.entries({
    ...insertHandlers,
    ...updateHandlers,
    ...removeHandlers,
    ...catalogWriteHandlers,
    ...indexWriteHandlers,
  }),
);

const GREETINGS = new Set(["hello", "isMaster", "ismaster"]);

/** Errors after which a driver may send a write again. */
const RETRYABLE = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

function sessionOf(command: Doc): string {
  const lsid = getField(command, "lsid");
  const id = isDoc(lsid) ? lsid["id"] : undefined;
  return id instanceof Binary ? Buffer.from(id.buffer.subarray(0, id.position)).toString("hex") : "";
}

function refuseTransactions(name: string, command: Doc): void {
  if (name === "commitTransaction" || name === "abortTransaction") {
    throw new MongoError(251, "No transaction started");
  }
  if (getField(command, "autocommit") === undefined && getField(command, "startTransaction") === undefined)
    return;
  throw new MongoError(
    263,
    `Cannot run '${name}' in a multi-document transaction: transactions are not supported`,
  );
}

/** Runs a write once: a statement that was executed before gets the reply it got then. */
function runWrite(handler: WriteHandler, command: Doc, request: Request): Promise<Doc> {
  const { store } = request.engine;
  const given = getField(command, "txnNumber");
  if (!isLong(given) || request.session === "") return store.change(() => handler(command, request));
  const session = Buffer.from(request.session, "hex");
  const number = given.toBigInt();
  return store.change(() => {
    const before = store.retries.recall(session, number);
    if (before) return before;
    const reply = handler(command, request);
    store.retries.remember(session, number, reply);
    return reply;
  });
}

/** What the write concern asks for in vain, since there is one member. */
function unsatisfiable(command: Doc): Doc {
  const concern = getField(command, "writeConcern");
  const w = isDoc(concern) ? concern["w"] : undefined;
  if (w === undefined || w === "majority" || (isNumeric(w) && toNumber(w) <= 1)) return {};
  const [code, codeName, errmsg] =
    typeof w === "string"
      ? [
          79,
          "UnknownReplWriteConcern",
          `No write concern mode named '${w}' found in replica set configuration`,
        ]
      : [100, "UnsatisfiableWriteConcern", "Not enough data-bearing nodes"];
  return { writeConcernError: { code, codeName, errmsg, errInfo: { writeConcern: concern } } };
}

async function run(name: string, command: Doc, request: Request): Promise<Reply> {
  refuseTransactions(name, command);
  const write = WRITE_HANDLERS.get(name);
  if (write) return { ...(await runWrite(write, command, request)), ...unsatisfiable(command) };
  const handler = HANDLERS.get(name);
  if (!handler) throw new MongoError(59, `no such command: '${name}'`);
  return handler(command, request);
}

/** Marks a reply whose write concern failed in a way that is worth another try. */
function withRetryLabel(reply: Doc, command: Doc): Doc {
  const concern = reply["writeConcernError"];
  const isRetryable = isDoc(concern) && RETRYABLE.has(toNumber(concern["code"]));
  if (!isRetryable || getField(command, "txnNumber") === undefined || reply["errorLabels"] !== undefined)
    return reply;
  return { ...reply, errorLabels: ["RetryableWriteError"] };
}

function refusal(error: MongoError, name: string, command: Doc): Doc {
  const { code, message, codeName, details } = error;
  const labels: string[] = [];
  const isRetryableWrite = getField(command, "txnNumber") !== undefined || name === "commitTransaction";
  if (RETRYABLE.has(code) && isRetryableWrite) labels.push("RetryableWriteError");
  return {
    ok: new Double(0),
    errmsg: message,
    code,
    codeName,
    ...(labels.length > 0 ? { errorLabels: labels } : {}),
    ...details,
  };
}

/**
 * Answers one command.
 * @returns undefined when the connection has to be closed without an answer
 */
export async function dispatch(
  engine: Engine,
  command: Doc,
  sequences: ReadonlyMap<string, readonly Buffer[]>,
  connection: Connection,
): Promise<Reply | undefined> {
  const name = Object.keys(command)[0] ?? "";
  const db = getField(command, "$db");
  const request: Request = {
    engine,
    db: typeof db === "string" ? db : "admin",
    sequences,
    connection,
    session: sessionOf(command),
    bypassValidation: isTruthy(getField(command, "bypassDocumentValidation")),
  };
  if (GREETINGS.has(name)) connection.appName ??= appNameOf(command);
  try {
    const extra = await engine.failPoints.before(name, connection);
    const reply = await run(name, command, request);
    if (reply instanceof RawReply) return reply;
    const whole = { ...reply, ...extra, ok: reply["ok"] ?? new Double(1) };
    return withRetryLabel(whole, command);
  } catch (error) {
    if (error instanceof CloseConnection) return undefined;
    if (error instanceof MongoError) return refusal(error, name, command);
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : message}\n`);
    return refusal(new MongoError(1, message), name, command);
  }
}

import { MongoError, badValue } from "../errors";
import { isLong, isTruthy, toNumber, wholeNumber, getField } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { keyText } from "../keys/encode";
import { compare } from "../keys/compare";
import { countEntries } from "../planner/fetch";
import { decodeFields } from "../bson/decode";
import { compileMatch } from "../query/match";
import { rootField, splitPath, valuesAtPath } from "../query/path";
import { compileProjection } from "../query/projection";
import type { Collection } from "../store/collection";
import { Long } from "bson";
import {
  collectionName,
  flag,
  missing,
  optionalCount,
  optionalDoc,
  optionalSort,
  refuseUnknownFields,
  requiredArray,
} from "./arguments";
import { namespace } from "./handler";
import type { Handlers, Reply, Request } from "./handler";
import { deadlineOf, drive, planFor, present, queryContext, select } from "./reading";
import { tailOf } from "./tailing";

const FIND_FIELDS = new Set(
  "find filter sort projection hint skip limit batchSize singleBatch max min returnKey showRecordId tailable oplogReplay noCursorTimeout awaitData allowPartialResults collation allowDiskUse let ntoreturn options term readOnce".split(
    " ",
  ),
);

/** The collection of a command, named or given by its UUID. */
function target(command: Doc, request: Request): { ns: string; collection: Collection | undefined } {
  const ns = namespace(request, collectionName(command));
  return { ns, collection: request.engine.store.catalog.get(ns) };
}

function refuseUnsupported(command: Doc): void {
  for (const field of ["min", "max", "returnKey", "showRecordId"]) {
    const v = getField(command, field);
    if (v === undefined || v === false || (typeof v === "object" && Object.keys(v ?? {}).length === 0))
      continue;
    throw new MongoError(238, `find with '${field}' is not supported`);
  }
}

async function find(command: Doc, request: Request): Promise<Reply> {
  refuseUnknownFields(command, FIND_FIELDS, "FindCommandRequest");
  refuseUnsupported(command);
  const { ns, collection } = target(command, request);
  const context = queryContext(command, collection);
  const filter = optionalDoc(command, "filter") ?? {};
  const sort = optionalSort(command);
  const skip = optionalCount(command, "skip");
  const limit = optionalCount(command, "limit");
  const batchSize = optionalCount(command, "batchSize");
  const project = compileProjection(optionalDoc(command, "projection"), filter, context);
  const { store, cursors } = request.engine;
  if (!collection) {
    compileMatch(filter, context);
    return cursors.first(ns, [][Symbol.iterator](), { batchSize });
  }
  const query = { filter, sort, hint: getField(command, "hint"), skip, limit };
  const tail = flag(command, "tailable")
    ? tailOf(store, collection, query, context, project, flag(command, "awaitData"))
    : undefined;
  const source = tail?.more() ?? present(select(store, collection, query, context), project);
  return cursors.first(ns, source, {
    batchSize,
    singleBatch: flag(command, "singleBatch"),
    session: request.session,
    deadline: deadlineOf(command),
    ...(tail ? { tail } : {}),
  });
}

async function getMore(command: Doc, request: Request): Promise<Reply> {
  const id = command["getMore"];
  if (!isLong(id))
    throw new MongoError(14, "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
  const collection = getField(command, "collection");
  if (typeof collection !== "string") throw missing(command, "collection");
  const batchSize = optionalCount(command, "batchSize");
  return request.engine.cursors.more(
    id,
    namespace(request, collection),
    batchSize,
    optionalCount(command, "maxTimeMS"),
  );
}

function killCursors(command: Doc, request: Request): Doc {
  const killed: Value[] = [];
  const notFound: Value[] = [];
  for (const id of requiredArray(command, "cursors")) {
    const open = isLong(id) && request.engine.cursors.kill(id);
    (open ? killed : notFound).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
}

const COUNT_FIELDS = new Set("count query limit skip hint collation fields".split(" "));

/** @returns the number of documents, without regard to skip and limit */
async function countMatches(
  collection: Collection,
  filter: Doc,
  command: Doc,
  request: Request,
): Promise<number> {
  const { store } = request.engine;
  const context = queryContext(command, collection);
  const query = { filter, hint: getField(command, "hint") };
  const plan = planFor(collection, query, context);
  compileMatch(filter, context);
  if (Object.keys(filter).length === 0) return collection.count;
  if (plan.kind === "index" && plan.exact) return countEntries(store, plan);
  let n = 0;
  await drive(select(store, collection, query, context), () => n++, deadlineOf(command));
  return n;
}

async function count(command: Doc, request: Request): Promise<Reply> {
  refuseUnknownFields(command, COUNT_FIELDS);
  const { collection } = target(command, request);
  const filter = optionalDoc(command, "query") ?? {};
  const skip = optionalCount(command, "skip") ?? 0;
  const limit = Math.abs(wholeNumber(getField(command, "limit")) ?? 0);
  if (!collection) return { n: 0 };
  const n = Math.max(0, (await countMatches(collection, filter, command, request)) - skip);
  const limited = limit > 0 ? Math.min(n, limit) : n;
  return { n: limited > 0x7fffffff ? Long.fromNumber(limited) : limited };
}

const DISTINCT_FIELDS = new Set("distinct key query collation hint".split(" "));

async function distinct(command: Doc, request: Request): Promise<Reply> {
  refuseUnknownFields(command, DISTINCT_FIELDS);
  const { collection } = target(command, request);
  const key = getField(command, "key");
  if (key === undefined) throw missing(command, "key");
  if (typeof key !== "string")
    throw new MongoError(14, "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const filter = optionalDoc(command, "query") ?? {};
  const context = queryContext(command, collection);
  compileMatch(filter, context);
  if (!collection) return { values: [] };
  const parts = splitPath(key);
  const fields = new Set([rootField(key)]);
  const found = new Map<string, Value>();
  const { collator } = context;
  await drive(
    select(request.engine.store, collection, { filter, hint: getField(command, "hint") }, context),
    ({ bytes }) => {
      for (const v of valuesAtPath(decodeFields(bytes, fields), parts))
        if (v !== undefined) found.set(keyText(v), v);
    },
    deadlineOf(command),
  );
  const values = [...found.values()].sort(compare);
  return { values: collator ? withoutTwins(values, collator) : values };
}

/** One of each group of strings that the collation holds equal. */
function withoutTwins(values: readonly Value[], collator: Intl.Collator): Value[] {
  const kept: Value[] = [];
  for (const v of values) {
    const twin =
      typeof v === "string" &&
      kept.some((other) => typeof other === "string" && collator.compare(v, other) === 0);
    if (!twin) kept.push(v);
  }
  return kept;
}

/** @throws MongoError 2 for a limit that says neither one nor all */
export function limitOfDelete(v: Value): 0 | 1 {
  const n = toNumber(v);
  if (n === 0 || n === 1) return n;
  throw badValue(
    `The limit field in delete objects must be 0 or 1. Got ${isTruthy(v) ? String(n) : "nothing"}`,
  );
}

export const findHandlers: Handlers = { find, getMore, killCursors, count, distinct };

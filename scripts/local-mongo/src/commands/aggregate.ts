import { MongoError, failedToParse } from "../errors";
import { decode, decodeFields } from "../bson/decode";
import { encode } from "../bson/encode";
import { getField, hasField, isDoc, isNumeric } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { fieldsOfPipeline } from "../aggregate/dependencies";
import { compileStages, pipelineContext, readPipeline } from "../aggregate/pipeline";
import type { StageSpec } from "../aggregate/pipeline";
import type { Sources, Stream } from "../aggregate/stage";
import { commandScope } from "../expression/compile";
import { equal } from "../keys/compare";
import { PAUSE } from "../pause";
import type { Pause } from "../pause";
import { countEntries } from "../planner/fetch";
import { collatorOf } from "../query/collation";
import type { QueryContext } from "../query/context";
import { compileMatch } from "../query/match";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import type { Store } from "../store/store";
import { flag, optionalCount, optionalDoc, refuseUnknownFields } from "./arguments";
import { collectionStats } from "./catalogCommands";
import { namespace } from "./handler";
import type { Handlers, Reply, Request } from "./handler";
import { compileOutput } from "./output";
import { deadlineOf, drive, planFor, select } from "./reading";
import type { Query } from "./reading";
import { explain } from "./explain";
import { splitPipeline } from "./splitPipeline";

const AGGREGATE_FIELDS = new Set(
  "aggregate pipeline cursor explain allowDiskUse bypassDocumentValidation collation hint let needsMerge fromMongos exchange isMapReduceCommand collectionUUID".split(
    " ",
  ),
);

function* decoded(records: Iterable<StoredRecord | Pause>, fields: ReadonlySet<string> | undefined): Stream {
  for (const record of records) {
    if (record === PAUSE) yield PAUSE;
    else yield fields ? decodeFields(record.bytes, fields) : decode(record.bytes);
  }
}

function* encoded(stream: Stream): Generator<Buffer | Pause, void, void> {
  for (const doc of stream) yield doc === PAUSE ? PAUSE : encode(doc);
}

function sourcesOf(store: Store, context: QueryContext): Sources {
  return {
    documents: (ns, filter = {}) => {
      const collection = store.catalog.get(ns);
      return collection ? decoded(select(store, collection, { filter }, context), undefined) : [];
    },
    hasIndex: (ns, field) =>
      store.catalog
        .get(ns)
        ?.indexes.some(
          (index) =>
            index.fields[0] === field &&
            !index.partialFilter &&
            !index.sparse &&
            !index.hashed &&
            !index.hidden,
        ) ?? false,
  };
}

/** First stages that bring their own documents. */
function ownDocuments(
  stage: StageSpec | undefined,
  ns: string,
  collection: Collection | undefined,
): Doc[] | undefined {
  const now = new Date();
  switch (stage?.name) {
    case "$collStats": {
      const stats = collectionStats(ns, collection);
      const spec = isDoc(stage.spec) ? stage.spec : {};
      const out: Doc = { ns, host: "local-mongo", localTime: now };
      if (spec["storageStats"] !== undefined) out["storageStats"] = stats;
      if (spec["count"] !== undefined) out["count"] = stats["count"];
      return [out];
    }
    case "$indexStats":
      return (collection?.indexes ?? []).map(({ name, key, spec }) => ({
        name,
        key,
        host: "local-mongo",
        accesses: { ops: 0, since: now },
        spec,
      }));
    case "$currentOp":
    case "$listLocalSessions":
    case "$listSessions":
      return [];
    default:
      return undefined;
  }
}

/** Whether the rest of a pipeline only counts, as `countDocuments` does. @returns the id of the group */
function countsOnly(rest: readonly StageSpec[], query: Query): { id: Value; field: string } | undefined {
  const [stage, second] = rest;
  if (second || stage?.name !== "$group" || query.sort || query.skip || query.limit || !isDoc(stage.spec))
    return undefined;
  const [field = "", more] = Object.keys(stage.spec).filter((name) => name !== "_id");
  const id = stage.spec["_id"];
  const isConstant = id === null || isNumeric(id);
  if (more !== undefined || !isConstant || !equal(stage.spec[field], { $sum: 1 })) return undefined;
  return { id, field };
}

function quickCount(
  store: Store,
  collection: Collection,
  query: Query,
  context: QueryContext,
): number | undefined {
  if (Object.keys(query.filter).length === 0) return collection.count;
  const plan = planFor(collection, query, context);
  return plan.kind === "index" && plan.exact ? countEntries(store, plan) : undefined;
}

interface Prepared {
  ns: string;
  stream: Stream;
  /** what to do with the results instead of returning them */
  output: ((docs: readonly Doc[]) => void) | undefined;
}

function prepare(command: Doc, request: Request): Prepared {
  const { store } = request.engine;
  const target = command["aggregate"];
  const ns = namespace(request, typeof target === "string" ? target : "$cmd.aggregate");
  const collection = typeof target === "string" ? store.catalog.get(ns) : undefined;
  const stages = readPipeline(getField(command, "pipeline"));
  const output = compileOutput(stages, request);
  if (output) stages.pop();
  const collator = collatorOf(getField(command, "collation") ?? collection?.options["collation"]);
  const scope = commandScope(optionalDoc(command, "let") ?? {}, new Date(), collator);
  const query: QueryContext = { collator, expression: (spec) => scope.compile(spec) };
  const context = pipelineContext(request.db, scope, collator, sourcesOf(store, query));
  const own = ownDocuments(stages[0], ns, collection);
  if (own) return { ns, stream: compileStages(stages.slice(1), context)(own), output };
  const split = splitPipeline(stages, getField(command, "hint"));
  compileMatch(split.query.filter, query);
  const run = compileStages(split.rest, context);
  if (!collection) return { ns, stream: run([]), output };
  const counting = countsOnly(split.rest, split.query);
  const n = counting && quickCount(store, collection, split.query, query);
  if (counting && n !== undefined) {
    return { ns, stream: n === 0 ? [] : [{ _id: counting.id, [counting.field]: n }], output };
  }
  const records = select(store, collection, split.query, query);
  return { ns, stream: run(decoded(records, fieldsOfPipeline(split.rest))), output };
}

async function aggregate(command: Doc, request: Request): Promise<Reply> {
  refuseUnknownFields(command, AGGREGATE_FIELDS);
  if (flag(command, "explain")) return explain({ explain: command, verbosity: "queryPlanner" }, request);
  if (!hasField(command, "cursor")) {
    throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
  }
  const cursor = optionalDoc(command, "cursor") ?? {};
  const { ns, stream, output } = prepare(command, request);
  const options = {
    batchSize: optionalCount(cursor, "batchSize"),
    session: request.session,
    deadline: deadlineOf(command),
  };
  if (!output) return request.engine.cursors.first(ns, encoded(stream)[Symbol.iterator](), options);
  const docs: Doc[] = [];
  await drive(stream, (doc) => docs.push(doc));
  await request.engine.store.change(() => output(docs));
  return request.engine.cursors.first(ns, [][Symbol.iterator](), options);
}

function refuseMapReduce(): never {
  throw new MongoError(115, "mapReduce is not supported");
}

export const aggregateHandlers: Handlers = { aggregate, mapReduce: refuseMapReduce };

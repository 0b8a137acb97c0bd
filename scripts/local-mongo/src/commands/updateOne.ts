import { MongoError, failedToParse } from "../errors";
import { decode } from "../bson/decode";
import { encode } from "../bson/encode";
import { show } from "../bson/show";
import { clone, isDoc } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { equal } from "../keys/compare";
import { withoutPauses } from "../pause";
import type { QueryContext } from "../query/context";
import { compileMatch } from "../query/match";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import { compileUpdate } from "../update/compile";
import { compilePipelineUpdate } from "../update/pipeline";
import { upsertBase } from "../update/upsert";
import type { Request } from "./handler";
import { select } from "./reading";
import type { Query } from "./reading";
import { checkValidator, storable } from "./writing";

export interface UpdateRequest {
  filter: Doc;
  update: Value;
  multi?: boolean;
  upsert?: boolean;
  arrayFilters?: Value;
  hint?: Value;
  sort?: Doc | undefined;
  /** constants of a pipeline update */
  constants?: Doc;
}

export interface UpdateResult {
  matched: number;
  modified: number;
  upsertedId?: Value;
  /** the document before and after, of an update of one document */
  before?: Buffer;
  after?: Buffer;
}

/** Makes the new document of the old one. */
type Change = (doc: Doc, inserting: boolean) => Doc;

function isOperatorUpdate(update: Doc): boolean {
  return Object.keys(update)[0]?.startsWith("$") ?? false;
}

function replacement(update: Doc): Change {
  const bad = Object.keys(update).find((field) => field.startsWith("$"));
  if (bad !== undefined) {
    throw new MongoError(
      52,
      `The dollar ($) prefixed field '${bad}' in '${bad}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  return (doc) => {
    const { _id, ...rest } = update;
    const id = doc["_id"];
    if (_id !== undefined && id !== undefined && !equal(_id, id)) {
      throw new MongoError(
        66,
        `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(_id)}`,
      );
    }
    return { _id: id ?? _id, ...rest };
  };
}

function operators(request: UpdateRequest, update: Doc, context: QueryContext): Change {
  const modify = compileUpdate(update, request.filter, request.arrayFilters, context);
  const now = new Date();
  return (doc, inserting) => {
    const id = clone(doc["_id"]);
    modify(doc, { inserting, now, query: context });
    if (id !== undefined && !equal(doc["_id"], id)) {
      throw new MongoError(
        66,
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return doc;
  };
}

function compileChange(request: UpdateRequest, context: QueryContext): Change {
  const { update } = request;
  if (Array.isArray(update)) {
    if (request.arrayFilters !== undefined)
      throw failedToParse("arrayFilters may not be specified for pipeline-syle updates");
    const run = compilePipelineUpdate(update, request.constants ?? {}, context.collator);
    return (doc) => keepId(doc["_id"], run(doc));
  }
  if (!isDoc(update)) throw failedToParse("Update argument must be either an object or an array");
  if (isOperatorUpdate(update)) return operators(request, update, context);
  if (request.multi) throw failedToParse("multi update is not supported for replacement-style update");
  if (request.arrayFilters !== undefined)
    throw failedToParse("arrayFilters may not be specified for replacement-style updates");
  return replacement(update);
}

function keepId(id: Value, doc: Doc): Doc {
  if (id === undefined) return doc;
  if (doc["_id"] === undefined) return { _id: id, ...doc };
  if (equal(doc["_id"], id)) return doc;
  throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function changeRecord(
  request: Request,
  collection: Collection,
  record: StoredRecord,
  change: Change,
): Buffer {
  const doc = change(decode(record.bytes), false);
  const bytes = encode(doc);
  if (bytes.equals(record.bytes)) return record.bytes;
  checkValidator(request, collection, doc);
  request.engine.store.documents.replace(collection, record, decode(record.bytes), doc, bytes);
  return bytes;
}

function insertUpserted(
  request: Request,
  collection: Collection,
  update: UpdateRequest,
  change: Change,
): UpdateResult {
  const base = upsertBase(update.filter);
  const isReplacement = isDoc(update.update) && !isOperatorUpdate(update.update);
  const start = isReplacement ? { _id: base["_id"] } : base;
  const doc = storable(change(start, true));
  checkValidator(request, collection, doc);
  const after = encode(doc);
  request.engine.store.documents.insert(collection, doc, after);
  return { matched: 0, modified: 0, upsertedId: doc["_id"], after };
}

/** The records of a query, all found before the first is given: an update may move documents in the index it reads. */
function* foundBeforehand(
  request: Request,
  collection: Collection,
  query: Query,
  context: QueryContext,
): Generator<StoredRecord, void, void> {
  const { store } = request.engine;
  const ids: number[] = [];
  for (const { recordId } of withoutPauses(select(store, collection, query, context))) ids.push(recordId);
  for (const recordId of ids) {
    const bytes = store.documents.get(collection, recordId);
    if (bytes) yield { recordId, bytes };
  }
}

/**
 * Runs one update statement.
 * @param open gives the collection when something is to be written into it
 * @throws MongoError
 */
export function runUpdate(
  request: Request,
  existing: Collection | undefined,
  open: () => Collection,
  update: UpdateRequest,
  context: QueryContext,
): UpdateResult {
  const change = compileChange(update, context);
  compileMatch(update.filter, context);
  const result: UpdateResult = { matched: 0, modified: 0 };
  if (existing) {
    const { filter, hint, sort } = update;
    const query = { filter, hint, sort, limit: update.multi ? 0 : 1 };
    for (const record of foundBeforehand(request, existing, query, context)) {
      const after = changeRecord(request, existing, record, change);
      result.matched++;
      if (after !== record.bytes) result.modified++;
      if (!update.multi) Object.assign(result, { before: record.bytes, after });
    }
  }
  if (result.matched > 0 || !update.upsert) return result;
  return insertUpserted(request, open(), update, change);
}

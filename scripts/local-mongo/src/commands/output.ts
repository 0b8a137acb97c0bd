import { ObjectId } from "bson";
import { MongoError, failedToParse } from "../errors";
import { encode } from "../bson/encode";
import { decode } from "../bson/decode";
import { isDoc, isNullish } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { StageSpec } from "../aggregate/pipeline";
import { splitPath, valueAtPath } from "../query/path";
import { withoutPauses } from "../pause";
import type { Collection } from "../store/collection";
import type { StoredRecord } from "../store/documents";
import type { Store } from "../store/store";
import { compilePipelineUpdate } from "../update/pipeline";
import type { Request } from "./handler";
import { select } from "./reading";
import { checkValidator, insertDocument, storable } from "./writing";

export type Output = (docs: readonly Doc[]) => void;

function targetOf(into: Value, request: Request): string {
  if (typeof into === "string") return `${request.db}.${into}`;
  if (isDoc(into) && typeof into["coll"] === "string") {
    const db = into["db"];
    return `${typeof db === "string" ? db : request.db}.${into["coll"]}`;
  }
  throw failedToParse("the target collection must be a string or an object with 'db' and 'coll'");
}

/** `$out`: the results become the collection; its indexes stay. */
function replaceCollection(spec: Value, request: Request): Output {
  const ns = targetOf(spec, request);
  const { store } = request.engine;
  return (docs) => {
    const before = store.catalog.get(ns);
    const specs = before?.indexes.slice(1).map((index) => index.spec) ?? [];
    if (before) store.catalog.drop(before);
    const collection = store.catalog.create(ns, before?.options ?? {});
    for (const index of specs) store.documents.build(collection, index);
    for (const doc of docs) {
      insertDocument(request, collection, doc);
    }
  };
}

type Merge = (existing: Doc, doc: Doc) => Doc | undefined;

function mergeOf(whenMatched: Value, variables: Value, on: readonly string[]): Merge {
  if (Array.isArray(whenMatched)) {
    return (existing, doc) => {
      const given = isDoc(variables) ? variables : { new: "$$ROOT" };
      const constants: Doc = Object.fromEntries(
        Object.keys(given).map((name) => [name, { $literal: name === "new" ? doc : given[name] }]),
      );
      return { ...compilePipelineUpdate(whenMatched, constants)(existing), _id: existing["_id"] };
    };
  }
  switch (whenMatched ?? "merge") {
    case "merge":
      return (existing, doc) => ({ ...existing, ...doc, _id: existing["_id"] });
    case "replace":
      return (existing, doc) => ({ ...doc, _id: existing["_id"] });
    case "keepExisting":
      return () => undefined;
    case "fail":
      return () => {
        throw new MongoError(
          11000,
          `$merge with whenMatched: fail found an existing document with the same values for '${on.join(", ")}'`,
        );
      };
    default:
      throw new MongoError(
        2,
        `Enumeration value '${String(whenMatched)}' for field 'whenMatched' is not a valid value.`,
      );
  }
}

function checkUnique(collection: Collection | undefined, on: readonly string[]): void {
  if (on.length === 1 && on[0] === "_id") return;
  const wanted = [...on].sort().join();
  const found = collection?.indexes.some(
    (index) => index.unique && !index.partialFilter && [...index.fields].sort().join() === wanted,
  );
  if (!found) throw new MongoError(51183, "Cannot find index to verify that join fields will be unique");
}

function keyFilter(doc: Doc, on: readonly string[]): Doc {
  const filter: Doc = {};
  for (const field of on) {
    const v = valueAtPath(doc, splitPath(field));
    if (isNullish(v) || Array.isArray(v)) {
      throw new MongoError(
        51132,
        `$merge write error: 'on' field '${field}' cannot be missing, null, undefined or an array`,
      );
    }
    filter[field] = { $eq: v };
  }
  return filter;
}

function findRecord(store: Store, collection: Collection, filter: Doc): StoredRecord | undefined {
  const [record] = withoutPauses(select(store, collection, { filter, limit: 1 }, {}));
  return record;
}

/** `$merge`: every result is joined with the document that has the same key. */
function mergeInto(spec: Value, request: Request): Output {
  const given = typeof spec === "string" ? { into: spec } : spec;
  if (!isDoc(given) || given["into"] === undefined)
    throw failedToParse("$merge requires an 'into' collection");
  const ns = targetOf(given["into"], request);
  const on =
    given["on"] === undefined
      ? ["_id"]
      : (Array.isArray(given["on"]) ? given["on"] : [given["on"]]).map(String);
  const { store } = request.engine;
  checkUnique(store.catalog.get(ns), on);
  const merge = mergeOf(given["whenMatched"], given["let"], on);
  const whenNotMatched = given["whenNotMatched"] ?? "insert";
  return (docs) => {
    const collection = store.ensure(ns);
    for (const doc of docs) {
      const whole = doc["_id"] === undefined && on.includes("_id") ? { _id: new ObjectId(), ...doc } : doc;
      const record = findRecord(store, collection, keyFilter(whole, on));
      if (record) mergeRecord(request, collection, record, whole, merge);
      else if (whenNotMatched === "fail") {
        throw new MongoError(
          13113,
          "$merge could not find a matching document in the target collection for at least one document in the source collection",
        );
      } else if (whenNotMatched === "insert") {
        insertDocument(request, collection, whole);
      }
    }
  };
}

function mergeRecord(
  request: Request,
  collection: Collection,
  record: StoredRecord,
  doc: Doc,
  merge: Merge,
): void {
  const existing = decode(record.bytes);
  const next = merge(existing, doc);
  if (!next) return;
  const whole = storable(next);
  checkValidator(request, collection, whole);
  request.engine.store.documents.replace(collection, record, existing, whole, encode(whole));
}

/** What the last stage does with the results; undefined when they are for the client. */
export function compileOutput(stages: readonly StageSpec[], request: Request): Output | undefined {
  const last = stages.at(-1);
  if (last?.name === "$out") return replaceCollection(last.spec, request);
  if (last?.name === "$merge") return mergeInto(last.spec, request);
  return undefined;
}

import { MongoError } from "../errors";
import { getField, isDoc, isNumeric, isTruthy, toNumber, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { show } from "../bson/show";
import { equal } from "../keys/compare";
import { compileMatch } from "../query/match";
import type { Collection } from "../store/collection";
import type { Index } from "../store/indexDefinition";
import { collectionName, refuseUnknownFields, requiredArray } from "./arguments";
import { docCursor } from "./docCursor";
import { namespace } from "./handler";
import type { Handlers, Reply, Request, WriteHandlers } from "./handler";

const KEPT = ["unique", "sparse", "partialFilterExpression", "expireAfterSeconds", "hidden", "collation"];
const ACCEPTED = new Set([...KEPT, "key", "name", "v", "ns", "background", "prepareUnique", "storageEngine"]);
const TEXT_AND_GEO = new Set(["text", "2dsphere", "2d", "geoHaystack"]);
const CREATE_FIELDS = new Set("createIndexes indexes commitQuorum ignoreUnknownIndexOptions v".split(" "));

function checkKey(key: Value): Doc {
  if (!isDoc(key)) throw new MongoError(14, "The field 'key' must be an object");
  const fields = Object.keys(key);
  if (fields.length === 0) throw new MongoError(67, "Index keys cannot be an empty document.");
  for (const field of fields) {
    const order = key[field];
    if (field === "" || field.split(".").includes(""))
      throw new MongoError(67, "Index keys cannot contain an empty field.");
    if (field.includes("$**")) throw new MongoError(67, "wildcard indexes are not supported");
    if (field.startsWith("$"))
      throw new MongoError(67, `Index key contains an illegal field name: field name starts with '$'.`);
    if (typeof order === "string") checkKind(order, fields.length);
    else if (!isNumeric(order) || toNumber(order) === 0 || Number.isNaN(toNumber(order))) {
      throw new MongoError(
        67,
        isNumeric(order)
          ? `Values in the index key pattern cannot be 0.`
          : `Values in v:2 index key pattern cannot be of type ${typeName(order)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    }
  }
  return key;
}

function checkKind(kind: string, fields: number): void {
  if (TEXT_AND_GEO.has(kind)) throw new MongoError(67, `indexes of type '${kind}' are not supported`);
  if (kind !== "hashed") throw new MongoError(67, `Unknown index plugin '${kind}'`);
  if (fields > 1) throw new MongoError(67, "compound hashed indexes are not supported");
}

function defaultName(key: Doc): string {
  return Object.keys(key)
    .map((field) => `${field}_${typeof key[field] === "string" ? key[field] : toNumber(key[field])}`)
    .join("_");
}

function readSpec(given: Value): Doc {
  if (!isDoc(given)) throw new MongoError(14, "The elements of the 'indexes' array must be objects");
  for (const field of Object.keys(given)) {
    if (ACCEPTED.has(field)) continue;
    throw new MongoError(
      197,
      `The field '${field}' is not valid for an index specification. Specification: ${show(given)}`,
    );
  }
  const key = checkKey(getField(given, "key"));
  const spec: Doc = { v: 2, key, name: getField(given, "name") ?? defaultName(key) };
  for (const field of KEPT) {
    const v = getField(given, field);
    if (v === undefined || v === null || v === false) continue;
    if (field === "collation" && isDoc(v) && v["locale"] === "simple") continue;
    spec[field] = v;
  }
  checkOptions(spec);
  return spec;
}

function checkOptions(spec: Doc): void {
  const partial = spec["partialFilterExpression"];
  if (partial !== undefined) {
    if (!isDoc(partial)) throw new MongoError(14, "The field 'partialFilterExpression' must be an object");
    if (spec["sparse"] !== undefined)
      throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
    compileMatch(partial);
  }
  const ttl = spec["expireAfterSeconds"];
  if (ttl !== undefined) {
    const seconds = isNumeric(ttl) ? toNumber(ttl) : NaN;
    if (!(seconds >= 0 && seconds <= 2_147_483_647)) {
      throw new MongoError(
        67,
        `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a different number. Specification: ${show(spec)}`,
      );
    }
    if (Object.keys(isDoc(spec["key"]) ? spec["key"] : {}).length > 1)
      throw new MongoError(67, "TTL indexes are single-field indexes, compound indexes do not support TTL.");
  }
  if (spec["collation"] !== undefined && isTruthy(spec["unique"])) {
    throw new MongoError(67, "unique indexes with a collation are not supported");
  }
}

const OPTION_FIELDS = ["unique", "sparse", "partialFilterExpression", "expireAfterSeconds", "collation"];

function sameKey(a: Doc, b: Doc): boolean {
  return equal(a["key"], b["key"]);
}

function sameOptions(a: Doc, b: Doc): boolean {
  return OPTION_FIELDS.every((field) => equal(a[field] ?? null, b[field] ?? null));
}

/** Whether two specifications would be two indexes on one key pattern. */
function samePattern(a: Doc, b: Doc): boolean {
  const values = ["partialFilterExpression", "collation"];
  const flags = ["unique", "sparse"];
  return (
    sameKey(a, b) &&
    values.every((field) => equal(a[field] ?? null, b[field] ?? null)) &&
    flags.every((field) => isTruthy(a[field]) === isTruthy(b[field]))
  );
}

function sameNameConflict(spec: Doc, existing: Doc): MongoError {
  const both = `Requested index: ${show(spec)}, existing index: ${show(existing)}`;
  if (samePattern(existing, spec))
    return new MongoError(
      85,
      `An equivalent index already exists with the same name but different options. ${both}`,
    );
  return new MongoError(
    86,
    `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${both}`,
  );
}

/** @returns whether the index exists already. @throws MongoError 85 or 86 for a conflict */
function existsAlready(collection: Collection, spec: Doc): boolean {
  for (const { name, spec: existing } of collection.indexes) {
    if (name === spec["name"]) {
      if (sameKey(existing, spec) && sameOptions(existing, spec)) return true;
      throw sameNameConflict(spec, existing);
    }
  }
  const twin = collection.indexes.find(({ spec: existing }) => samePattern(existing, spec));
  if (!twin) return false;
  if (twin.isId) return true;
  throw new MongoError(
    85,
    sameOptions(twin.spec, spec)
      ? `Index already exists with a different name: ${twin.name}`
      : `An equivalent index already exists with a different name and options. Requested index: ${show(spec)}, existing index: ${show(twin.spec)}`,
  );
}

/** Indexes keep byte order: they cannot tell what a collation holds equal. */
function refuseCollatedUniqueness(collection: Collection, specs: readonly Doc[]): void {
  const collated = collection.options["collation"] !== undefined;
  if (collated && specs.some((spec) => isTruthy(spec["unique"]))) {
    throw new MongoError(67, "unique indexes with a collation are not supported");
  }
}

function createIndexes(command: Doc, request: Request): Doc {
  refuseUnknownFields(command, CREATE_FIELDS);
  const specs = requiredArray(command, "indexes").map(readSpec);
  if (specs.length === 0) throw new MongoError(2, "Must specify at least one index to create");
  const ns = namespace(request, collectionName(command));
  const { store } = request.engine;
  const existing = store.catalog.get(ns);
  const collection = existing ?? store.catalog.create(ns);
  const before = collection.indexes.length;
  refuseCollatedUniqueness(collection, specs);
  const made: Index[] = [];
  try {
    for (const spec of specs)
      if (!existsAlready(collection, spec)) made.push(store.documents.build(collection, spec));
  } catch (error) {
    for (const index of made) store.documents.dropIndex(collection, index);
    if (!existing) store.catalog.drop(collection);
    throw error;
  }
  const reply: Doc = {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: !existing,
  };
  if (made.length === 0) reply["note"] = "all indexes already exist";
  return reply;
}

function findIndex(collection: Collection, wanted: Value): Index {
  const index = collection.indexes.find((candidate) =>
    typeof wanted === "string" ? candidate.name === wanted : equal(candidate.key, wanted),
  );
  if (!index) {
    throw new MongoError(
      27,
      typeof wanted === "string"
        ? `index not found with name [${wanted}]`
        : `can't find index with key: ${show(wanted)}`,
    );
  }
  if (index.isId) throw new MongoError(72, "cannot drop _id index");
  return index;
}

function dropIndexes(command: Doc, request: Request): Doc {
  const { store } = request.engine;
  const ns = namespace(request, collectionName(command));
  const collection = store.require(ns, `ns not found ${ns}`);
  const nIndexesWas = collection.indexes.length;
  const wanted = getField(command, "index");
  const doomed =
    wanted === "*"
      ? collection.indexes.slice(1)
      : (Array.isArray(wanted) ? wanted : [wanted]).map((each) => findIndex(collection, each));
  for (const index of doomed) store.documents.dropIndex(collection, index);
  return wanted === "*" ? { nIndexesWas, msg: "non-_id indexes dropped for collection" } : { nIndexesWas };
}

function listIndexes(command: Doc, request: Request): Promise<Reply> {
  const ns = namespace(request, collectionName(command));
  const collection = request.engine.store.require(ns);
  return docCursor(
    request,
    ns,
    collection.indexes.map(({ spec }) => spec),
    command,
  );
}

export const indexHandlers: Handlers = { listIndexes };
export const indexWriteHandlers: WriteHandlers = { createIndexes, dropIndexes, deleteIndexes: dropIndexes };

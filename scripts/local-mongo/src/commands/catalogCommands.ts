import { Long } from "bson";
import { MongoError } from "../errors";
import { getField, isDoc, isTruthy, toNumber } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { equal } from "../keys/compare";
import { compileMatch } from "../query/match";
import { collatorOf } from "../query/collation";
import type { Collection } from "../store/collection";
import { idIndexSpec } from "../store/collection";
import { collectionName, flag, optionalDoc, refuseUnknownFields } from "./arguments";
import { namespace } from "./handler";
import type { Handlers, Reply, Request, WriteHandlers } from "./handler";
import { docCursor } from "./docCursor";

const OPTIONS = ["capped", "size", "max", "validator", "validationLevel", "validationAction", "collation"];
const IGNORED = [
  "autoIndexId",
  "idIndex",
  "storageEngine",
  "indexOptionDefaults",
  "flags",
  "temp",
  "changeStreamPreAndPostImages",
];
const UNSUPPORTED: Readonly<Record<string, string>> = {
  viewOn: "views",
  pipeline: "views",
  timeseries: "time series collections",
  clusteredIndex: "clustered collections",
  encryptedFields: "encrypted collections",
  expireAfterSeconds: "time series collections",
};
const CREATE_FIELDS = new Set(["create", ...OPTIONS, ...IGNORED, ...Object.keys(UNSUPPORTED)]);

function readOptions(command: Doc): Doc {
  for (const [field, what] of Object.entries(UNSUPPORTED)) {
    if (getField(command, field) !== undefined) throw new MongoError(115, `${what} are not supported`);
  }
  const options: Doc = {};
  for (const field of OPTIONS) {
    const v = getField(command, field);
    if (v !== undefined && v !== null && v !== false) options[field] = v;
  }
  if (options["capped"] !== undefined && options["size"] === undefined) {
    throw new MongoError(72, "the 'size' field is required when 'capped' is true");
  }
  if (isDoc(options["validator"])) compileMatch(options["validator"]);
  collatorOf(options["collation"]);
  return options;
}

function create(command: Doc, request: Request): Doc {
  refuseUnknownFields(command, CREATE_FIELDS);
  const ns = namespace(request, collectionName(command));
  const { catalog } = request.engine.store;
  const options = readOptions(command);
  const existing = catalog.get(ns);
  if (existing) {
    if (equal(existing.options, options)) return {};
    throw new MongoError(48, `Collection ${ns} already exists.`);
  }
  catalog.create(ns, options);
  return {};
}

function dropCollection(collection: Collection, { engine }: Request): void {
  engine.store.catalog.drop(collection);
  engine.cursors.killNamespace(collection.ns);
}

function drop(command: Doc, request: Request): Doc {
  const ns = namespace(request, collectionName(command));
  const collection = request.engine.store.catalog.get(ns);
  if (!collection) return {};
  dropCollection(collection, request);
  return { nIndexesWas: collection.indexes.length, ns };
}

function dropDatabase(_command: Doc, request: Request): Doc {
  const collections = request.engine.store.catalog.inDatabase(request.db);
  for (const collection of collections) dropCollection(collection, request);
  return collections.length === 0 ? {} : { dropped: request.db };
}

function renameCollection(command: Doc, request: Request): Doc {
  const [from, to] = [String(command["renameCollection"]), String(getField(command, "to"))];
  const { catalog } = request.engine.store;
  if (from === to) throw new MongoError(20, "Can't rename a collection to itself");
  const collection = catalog.get(from);
  if (!collection) throw new MongoError(26, `Source collection ${from} does not exist`);
  const target = catalog.get(to);
  if (target) {
    if (!isTruthy(getField(command, "dropTarget"))) throw new MongoError(48, "target namespace exists");
    dropCollection(target, request);
  }
  catalog.rename(collection, to);
  return {};
}

const COLL_MOD_FIELDS = new Set(
  "collMod index validator validationLevel validationAction changeStreamPreAndPostImages dryRun".split(" "),
);

function modifyIndex(collection: Collection, wanted: Doc): Doc {
  const { name, keyPattern } = wanted;
  const index = collection.indexes.find((candidate) =>
    typeof name === "string"
      ? candidate.name === name
      : isDoc(keyPattern) && equal(candidate.key, keyPattern),
  );
  if (!index) throw new MongoError(27, `cannot find index ${String(name ?? "")} for ns ${collection.ns}`);
  const changed: Doc = {};
  for (const field of ["expireAfterSeconds", "hidden"]) {
    const v = getField(wanted, field);
    if (v === undefined) continue;
    const before = index.spec[field];
    changed[`${field}_old`] = before ?? (field === "hidden" ? false : undefined);
    changed[`${field}_new`] = v;
    if (v === false) delete index.spec[field];
    else index.spec[field] = v;
  }
  return changed;
}

function collMod(command: Doc, request: Request): Doc {
  refuseUnknownFields(command, COLL_MOD_FIELDS);
  const { store } = request.engine;
  const collection = store.require(namespace(request, collectionName(command)));
  const index = optionalDoc(command, "index");
  const changed = index ? modifyIndex(collection, index) : {};
  for (const field of ["validator", "validationLevel", "validationAction"]) {
    const v = getField(command, field);
    if (v !== undefined) collection.options[field] = v;
  }
  collection.prepareValidator();
  store.catalog.save(collection);
  return changed;
}

function describe(collection: Collection): Doc {
  return {
    name: collection.name,
    type: "collection",
    options: collection.options,
    info: { readOnly: false, uuid: collection.uuid },
    idIndex: idIndexSpec(),
  };
}

function listCollections(command: Doc, request: Request): Promise<Reply> {
  const matches = compileMatch(optionalDoc(command, "filter") ?? {});
  const nameOnly = flag(command, "nameOnly");
  const found = request.engine.store.catalog
    .inDatabase(request.db)
    .map(describe)
    .filter(matches)
    .map((described) => (nameOnly ? { name: described["name"], type: described["type"] } : described));
  return docCursor(request, `${request.db}.$cmd.listCollections`, found, command);
}

function listDatabases(command: Doc, request: Request): Doc {
  const matches = compileMatch(optionalDoc(command, "filter") ?? {});
  const collections = request.engine.store.catalog.all();
  const names = [...new Set(collections.map(({ db }) => db))].sort();
  const bytesOf = (db: string): number =>
    collections.filter((collection) => collection.db === db).reduce((sum, { bytes }) => sum + bytes, 0);
  const databases = names
    .map((name): Doc => ({ name, sizeOnDisk: Long.fromNumber(bytesOf(name)), empty: false }))
    .filter(matches);
  if (flag(command, "nameOnly")) return { databases: databases.map(({ name }) => ({ name })) };
  const total = databases.reduce((sum, { sizeOnDisk }) => sum + toNumber(sizeOnDisk), 0);
  return {
    databases,
    totalSize: Long.fromNumber(total),
    totalSizeMb: Long.fromNumber(Math.floor(total / 1_048_576)),
  };
}

function sizes(collections: readonly Collection[]): { objects: number; size: number; average: Value } {
  const objects = collections.reduce((sum, { count }) => sum + count, 0);
  const size = collections.reduce((sum, { bytes }) => sum + bytes, 0);
  return { objects, size, average: objects === 0 ? 0 : size / objects };
}

function dbStats(_command: Doc, request: Request): Doc {
  const collections = request.engine.store.catalog.inDatabase(request.db);
  const { objects, size, average } = sizes(collections);
  const indexes = collections.reduce((sum, collection) => sum + collection.indexes.length, 0);
  return {
    db: request.db,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: average,
    dataSize: size,
    storageSize: size,
    indexes,
    indexSize: 0,
    totalSize: size,
    scaleFactor: 1,
  };
}

/** Figures of a collection, for `collStats` and `$collStats`. */
export function collectionStats(ns: string, collection: Collection | undefined): Doc {
  const { objects, size, average } = sizes(collection ? [collection] : []);
  const stats: Doc = {
    ns,
    size,
    count: objects,
    storageSize: size,
    totalSize: size,
    totalIndexSize: 0,
    nindexes: collection?.indexes.length ?? 0,
    indexSizes: Object.fromEntries((collection?.indexes ?? []).map(({ name }) => [name, 0])),
    capped: collection?.capped ?? false,
    scaleFactor: 1,
  };
  if (objects > 0) stats["avgObjSize"] = average;
  return stats;
}

function collStats(command: Doc, request: Request): Doc {
  const ns = namespace(request, collectionName(command));
  return collectionStats(ns, request.engine.store.catalog.get(ns));
}

function validate(command: Doc, request: Request): Doc {
  const ns = namespace(request, collectionName(command));
  const { store } = request.engine;
  const collection = store.require(ns, `Collection '${ns}' does not exist to validate.`);
  const { errors, keysPerIndex } = store.documents.verify(collection);
  return {
    ns,
    nInvalidDocuments: 0,
    nrecords: collection.count,
    nIndexes: collection.indexes.length,
    keysPerIndex,
    valid: errors.length === 0,
    errors,
    warnings: [],
  };
}

export const catalogHandlers: Handlers = {
  listCollections,
  listDatabases,
  dbStats,
  dbstats: dbStats,
  collStats,
  collstats: collStats,
  validate,
};

export const catalogWriteHandlers: WriteHandlers = { create, drop, dropDatabase, renameCollection, collMod };

import { ObjectId } from "bson";
import { MongoError } from "../errors";
import { decode } from "../bson/decode";
import { encode } from "../bson/encode";
import { getField, hasField, isDoc, typeName, typeOf, TYPE } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import type { Collection } from "../store/collection";
import type { Request } from "./handler";

const MAX_BATCH = 100_000;

/** The statements of a bulk command, from beside the command or from within. */
export function statements(command: Doc, field: string, request: Request): readonly (Buffer | Doc)[] {
  const list = request.sequences.get(field) ?? getField(command, field);
  if (!Array.isArray(list)) {
    throw new MongoError(
      40414,
      `BSON field '${Object.keys(command)[0]}.${field}' is missing but a required field`,
    );
  }
  if (list.length === 0 || list.length > MAX_BATCH) {
    throw new MongoError(
      16,
      `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${list.length} operations.`,
    );
  }
  return list.map((item): Buffer | Doc => {
    if (Buffer.isBuffer(item)) return item;
    if (isDoc(item)) return item;
    throw new MongoError(
      14,
      `BSON field '${Object.keys(command)[0]}.${field}' has an element of type '${typeName(item)}'`,
    );
  });
}

export function asDoc(statement: Buffer | Doc): Doc {
  return Buffer.isBuffer(statement) ? decode(statement) : statement;
}

/** Runs statements one after another; ordered ones stop at the first refusal. @returns the refusals */
export function runBulk<T>(
  list: readonly T[],
  ordered: boolean,
  run: (statement: T, place: number) => void,
): Doc[] {
  const refusals: Doc[] = [];
  for (let i = 0; i < list.length; i++) {
    try {
      run(list[i] as T, i);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      refusals.push({ index: i, code: error.code, ...error.details, errmsg: error.message });
      if (ordered) break;
    }
  }
  return refusals;
}

export function withRefusals(reply: Doc, refusals: readonly Doc[]): Doc {
  return refusals.length === 0 ? reply : { ...reply, writeErrors: [...refusals] };
}

function checkId(id: Value): void {
  const type = typeOf(id);
  if (type === TYPE.array || type === TYPE.regex || type === TYPE.missing) {
    throw new MongoError(53, `The '_id' value cannot be of type ${typeName(id)}`);
  }
  if (!isDoc(id)) return;
  const bad = Object.keys(id).find(
    (field) => field.startsWith("$") && !["$ref", "$id", "$db"].includes(field),
  );
  if (bad !== undefined) {
    throw new MongoError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${bad} is not valid for storage.`,
    );
  }
}

/** A document ready to be stored: `_id` present, allowed and first. */
export function storable(doc: Doc): Doc {
  const first = Object.keys(doc)[0];
  if (first === "_id" && doc["_id"] !== undefined) {
    checkId(doc["_id"]);
    return doc;
  }
  const { _id, ...rest } = doc;
  const id = hasField(doc, "_id") && _id !== undefined ? _id : new ObjectId();
  checkId(id);
  return { _id: id, ...rest };
}

/** @throws MongoError 121 when the collection's validator refuses the document */
export function checkValidator(request: Request, collection: Collection, doc: Doc): void {
  if (request.bypassValidation || collection.accepts(doc)) return;
  throw new MongoError(121, "Document failed validation", {
    errInfo: { failingDocumentId: doc["_id"], details: { operatorName: "validator" } },
  });
}

/** @returns the stored `_id` */
export function insertDocument(request: Request, collection: Collection, doc: Doc): Value {
  const whole = storable(doc);
  checkValidator(request, collection, whole);
  request.engine.store.documents.insert(collection, whole, encode(whole));
  return whole["_id"];
}

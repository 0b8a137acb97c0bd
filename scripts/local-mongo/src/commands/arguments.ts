import { MongoError, typeMismatch } from "../errors";
import { TYPE, getField, isDoc, isNumeric, isTruthy, toNumber, typeName, typeOf } from "../bson/value";
import type { Doc, Value } from "../bson/value";

function commandName(command: Doc): string {
  return Object.keys(command)[0] ?? "";
}

function wrongType(command: Doc, field: string, v: Value, expected: string): MongoError {
  return typeMismatch(
    `BSON field '${commandName(command)}.${field}' is the wrong type '${typeName(v)}', expected type '${expected}'`,
  );
}

/** An optional document of a command. @throws MongoError 14 for another type */
export function optionalDoc(command: Doc, field: string): Doc | undefined {
  const v = getField(command, field);
  if (v === undefined || v === null) return undefined;
  if (!isDoc(v)) throw wrongType(command, field, v, "object");
  return v;
}

export function optionalArray(command: Doc, field: string): Value[] | undefined {
  const v = getField(command, field);
  if (v === undefined || v === null) return undefined;
  if (!Array.isArray(v)) throw wrongType(command, field, v, "array");
  return v;
}

/** @throws MongoError 40414 when the array is missing */
export function requiredArray(command: Doc, field: string): Value[] {
  const v = optionalArray(command, field);
  if (!v) throw missing(command, field);
  return v;
}

export function missing(command: Doc, field: string): MongoError {
  return new MongoError(
    40414,
    `BSON field '${commandName(command)}.${field}' is missing but a required field`,
  );
}

/** @throws MongoError 73 when the first field of a command names no collection */
export function collectionName(command: Doc): string {
  const name = command[commandName(command)];
  if (typeof name !== "string") {
    throw new MongoError(73, `collection name has invalid type ${typeName(name)}`);
  }
  return name;
}

/** A whole number that may not be negative. @throws MongoError 51024 or 14 */
export function optionalCount(command: Doc, field: string): number | undefined {
  const v = getField(command, field);
  if (v === undefined || v === null) return undefined;
  if (!isNumeric(v)) throw wrongType(command, field, v, "long");
  const n = Math.trunc(toNumber(v));
  if (n < 0) throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${n}'`);
  return n;
}

export function flag(command: Doc, field: string, otherwise = false): boolean {
  const v = getField(command, field);
  if (v === undefined || v === null) return otherwise;
  if (typeOf(v) !== TYPE.bool && !isNumeric(v)) throw wrongType(command, field, v, "bool");
  return isTruthy(v);
}

/** A sort that is not empty. */
export function optionalSort(command: Doc, field = "sort"): Doc | undefined {
  const sort = optionalDoc(command, field);
  return sort && Object.keys(sort).length > 0 ? sort : undefined;
}

/** Fields that any command may carry. */
const GENERIC = new Set([
  "$db",
  "$readPreference",
  "$clusterTime",
  "$audit",
  "$client",
  "$configServerState",
  "$oplogQueryData",
  "apiVersion",
  "apiStrict",
  "apiDeprecationErrors",
  "lsid",
  "txnNumber",
  "autocommit",
  "startTransaction",
  "readConcern",
  "writeConcern",
  "maxTimeMS",
  "comment",
  "stmtId",
  "stmtIds",
  "help",
  "databaseVersion",
  "shardVersion",
  "allowImplicitCollectionCreation",
  "mayBypassWriteBlocking",
  "rawData",
]);

/** @throws MongoError 40415 for a field the command does not have */
export function refuseUnknownFields(
  command: Doc,
  known: ReadonlySet<string>,
  owner = commandName(command),
): void {
  for (const field of Object.keys(command)) {
    if (known.has(field) || GENERIC.has(field) || field === commandName(command)) continue;
    throw new MongoError(40415, `BSON field '${owner}.${field}' is an unknown field.`);
  }
}

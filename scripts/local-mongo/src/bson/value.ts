import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from "bson";

/**
 * A BSON value in memory. Numbers keep their BSON type:
 * - a `number` is an int32 when it is a whole number within int32 (and not -0), otherwise a double;
 * - `Double` appears only for doubles that would read as int32 (5.0);
 * - int64 is always `Long`, decimals are `Decimal128`.
 * `undefined` means that a field is missing. A JavaScript `RegExp` never appears: patterns are `BSONRegExp`.
 */
export type Value =
  | undefined
  | null
  | boolean
  | number
  | string
  | Date
  | ObjectId
  | Long
  | Double
  | Decimal128
  | Binary
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

export interface Doc {
  [field: string]: Value;
}

export type Numeric = number | Long | Double | Decimal128;

/** BSON type numbers, as in the BSON specification and `$type`. */
export const TYPE = {
  missing: 0,
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;

const NAMES = new Map<number, string>(Object.entries(TYPE).map(([name, number]) => [number, name]));

export function isInt32(n: number): boolean {
  return (n | 0) === n && !Object.is(n, -0);
}

function objectType(v: object): number {
  if (v instanceof ObjectId) return TYPE.objectId;
  if (v instanceof Date) return TYPE.date;
  if (v instanceof Timestamp) return TYPE.timestamp;
  if (v instanceof Long) return TYPE.long;
  if (v instanceof Double) return TYPE.double;
  if (v instanceof Decimal128) return TYPE.decimal;
  if (v instanceof Binary) return TYPE.binData;
  if (v instanceof BSONRegExp) return TYPE.regex;
  if (v instanceof Code) return v.scope ? TYPE.javascriptWithScope : TYPE.javascript;
  if (v instanceof BSONSymbol) return TYPE.symbol;
  if (v instanceof MinKey) return TYPE.minKey;
  if (v instanceof MaxKey) return TYPE.maxKey;
  return TYPE.object;
}

/** The BSON type number of a value; 0 when it is missing. */
export function typeOf(v: Value): number {
  switch (typeof v) {
    case "string":
      return TYPE.string;
    case "number":
      return isInt32(v) ? TYPE.int : TYPE.double;
    case "boolean":
      return TYPE.bool;
    case "undefined":
      return TYPE.missing;
    default:
      if (v === null) return TYPE.null;
      if (Array.isArray(v)) return TYPE.array;
      if (isPlain(v)) return TYPE.object;
      return objectType(v);
  }
}

function isPlain(v: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(v);
  return prototype === Object.prototype || prototype === null;
}

export function typeName(v: Value): string {
  return NAMES.get(typeOf(v)) ?? "missing";
}

export function isDoc(v: Value): v is Doc {
  return typeof v === "object" && v !== null && !Array.isArray(v) && isPlain(v);
}

export function isNumeric(v: Value): v is Numeric {
  return (
    typeof v === "number" ||
    (typeof v === "object" && (v instanceof Double || v instanceof Decimal128 || isLong(v)))
  );
}

/** int64 only: `Timestamp` is a subclass of `Long` in the bson library. */
export function isLong(v: Value): v is Long {
  return v instanceof Long && !(v instanceof Timestamp);
}

/** Whether a value is null or missing. */
export function isNullish(v: Value): v is null | undefined {
  return v === null || v === undefined;
}

/** The value of a number as a JavaScript number; NaN for anything else. */
export function toNumber(v: Value): number {
  if (typeof v === "number") return v;
  if (v instanceof Double) return v.value;
  if (isLong(v)) return v.toNumber();
  if (v instanceof Decimal128) return Number(v.toString());
  return NaN;
}

/** Truth as aggregation and command flags see it: everything but false, null, missing and zero. */
export function isTruthy(v: Value): boolean {
  if (v === undefined || v === null || v === false) return false;
  return !isNumeric(v) || toNumber(v) !== 0;
}

/** Reads a whole number of a command, or undefined when there is none. */
export function wholeNumber(v: Value): number | undefined {
  if (!isNumeric(v)) return undefined;
  const n = toNumber(v);
  return Number.isFinite(n) ? Math.trunc(n) : undefined;
}

/** Sets a field as an own property, whatever its name. */
export function setField(doc: Doc, field: string, value: Value): void {
  if (field === "__proto__") {
    Object.defineProperty(doc, field, { value, writable: true, enumerable: true, configurable: true });
  } else {
    doc[field] = value;
  }
}

/** Reads an own field: what JavaScript objects inherit are functions, which no value is. */
export function getField(doc: Doc, field: string): Value {
  if (field === "__proto__") return Object.hasOwn(doc, field) ? doc[field] : undefined;
  const value = doc[field];
  return typeof value === "function" ? undefined : value;
}

export function hasField(doc: Doc, field: string): boolean {
  return Object.hasOwn(doc, field);
}

/** Copies containers, so that changing the copy leaves the original alone; other values are never changed. */
export function clone(v: Value): Value {
  if (Array.isArray(v)) return v.map(clone);
  if (!isDoc(v)) return v;
  const out: Doc = {};
  for (const field of Object.keys(v)) setField(out, field, clone(v[field]));
  return out;
}

/** A double in canonical memory form: wrapped only when it would read as int32. */
export function double(n: number): number | Double {
  return isInt32(n) ? new Double(n) : n;
}

/** Looks a name given by a client up in a table: never what JavaScript objects inherit. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

import { BSONRegExp, Binary, Code, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { isDoc, isInt32 } from "./value";
import type { Value } from "./value";

function showBinary(v: Binary): string {
  const hex = Buffer.from(v.buffer.subarray(0, v.position)).toString("hex");
  if (v.sub_type === Binary.SUBTYPE_UUID) {
    return `UUID("${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}")`;
  }
  return `BinData(${v.sub_type}, ${hex.toUpperCase()})`;
}

function showDouble(n: number): string {
  return Number.isInteger(n) && Math.abs(n) < 1e15 ? `${n}.0` : String(n);
}

function showRare(v: Exclude<Value, undefined | null | boolean | number | string | Value[]>): string {
  if (v instanceof ObjectId) return `ObjectId('${v.toHexString()}')`;
  if (v instanceof Date) return `new Date(${v.getTime()})`;
  if (v instanceof Binary) return showBinary(v);
  if (v instanceof Double) return showDouble(v.value);
  if (v instanceof Decimal128) return `Decimal128('${v.toString()}')`;
  if (v instanceof Timestamp) return `Timestamp(${v.high >>> 0}, ${v.low >>> 0})`;
  if (v instanceof BSONRegExp) return `/${v.pattern}/${v.options}`;
  if (v instanceof Code) return v.code;
  if (v instanceof MinKey) return "MinKey";
  if (v instanceof MaxKey) return "MaxKey";
  return String(v);
}

/** A value as MongoDB prints it in its messages: `{ a: 1, b: "x" }`. */
export function show(v: Value): string {
  if (v === undefined) return "missing";
  if (v === null) return "null";
  if (typeof v === "string") return `"${v.replace(/["\\]/g, "\\$&")}"`;
  if (typeof v === "number") return isInt32(v) ? String(v) : showDouble(v);
  if (typeof v === "boolean") return String(v);
  if (Array.isArray(v)) return v.length === 0 ? "[]" : `[ ${v.map(show).join(", ")} ]`;
  if (!isDoc(v)) return showRare(v);
  const fields = Object.keys(v).map((field) => `${field}: ${show(v[field])}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

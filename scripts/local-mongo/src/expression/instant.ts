import { ObjectId, Timestamp } from "bson";
import { MongoError } from "../errors";
import { typeName } from "../bson/value";
import type { Value } from "../bson/value";

export type DateLike = Date | Timestamp | ObjectId;

export function isDateLike(v: Value): v is DateLike {
  return v instanceof Date || v instanceof Timestamp || v instanceof ObjectId;
}

/** Milliseconds since the epoch of a date, a timestamp or the birth of an ObjectId. @throws MongoError 16006 */
export function instantOf(v: Value): number {
  if (v instanceof Date) return v.getTime();
  if (v instanceof Timestamp) return (v.high >>> 0) * 1000;
  if (v instanceof ObjectId) return v.getTimestamp().getTime();
  throw new MongoError(16006, `can't convert from BSON type ${typeName(v)} to Date`);
}

import { ObjectId } from "bson";
import { encodeKey, rankOf } from "./encode";
import type { Value } from "../bson/value";

/** Moves UTF-16 code units so that their order is the order of the code points, as in UTF-8. */
function codePointOrder(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return codePointOrder(x) - codePointOrder(y);
  }
  return a.length - b.length;
}

function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Compares two values in MongoDB's order; a missing value counts as null. Negative, zero or positive. */
export function compare(a: Value, b: Value): number {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b);
  if (typeof a === "string" && typeof b === "string") return a === b ? 0 : compareStrings(a, b);
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  return Buffer.compare(encodeKey(a), encodeKey(b));
}

export function equal(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a instanceof ObjectId && b instanceof ObjectId) return a.equals(b);
  return compare(a, b) === 0;
}

/** As `compare`, but a missing value sorts before null: the order of aggregation expressions. */
export function compareWithMissing(a: Value, b: Value): number {
  if (a === undefined) return b === undefined ? 0 : -1;
  return b === undefined ? 1 : compare(a, b);
}

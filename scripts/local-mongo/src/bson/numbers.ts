import { Double, Long } from "bson";
import { MongoError } from "../errors";
import { decimalArithmetic } from "./decimal";
import { double, isInt32, isLong, toNumber } from "./value";
import type { Numeric } from "./value";

/** The BSON number types, ordered so that the wider of two is the larger. */
export const WIDTH = { int: 0, long: 1, double: 2, decimal: 3 } as const;

export function widthOf(v: Numeric): number {
  if (typeof v === "number") return isInt32(v) ? WIDTH.int : WIDTH.double;
  if (v instanceof Double) return WIDTH.double;
  return isLong(v) ? WIDTH.long : WIDTH.decimal;
}

/** The whole number of an int32 or int64. */
export function toBigInt(v: Numeric): bigint {
  return isLong(v) ? v.toBigInt() : BigInt(Math.trunc(toNumber(v)));
}

export function fitsLong(n: bigint): boolean {
  return BigInt.asIntN(64, n) === n;
}

export type Operation = "+" | "-" | "*";

function asDoubles(a: Numeric, b: Numeric, operation: Operation): number {
  const [x, y] = [toNumber(a), toNumber(b)];
  return operation === "+" ? x + y : operation === "-" ? x - y : x * y;
}

function asIntegers(a: Numeric, b: Numeric, operation: Operation): bigint {
  const [x, y] = [toBigInt(a), toBigInt(b)];
  return operation === "+" ? x + y : operation === "-" ? x - y : x * y;
}

/**
 * Arithmetic with MongoDB's result types: the wider operand decides; an int32 that overflows becomes int64.
 * @param onOverflow what an int64 overflow becomes: a double in expressions, an error in updates
 */
export function arithmetic(
  a: Numeric,
  b: Numeric,
  operation: Operation,
  onOverflow: "double" | "error" = "double",
): Numeric {
  const width = Math.max(widthOf(a), widthOf(b));
  if (width === WIDTH.decimal) return decimalArithmetic(a, b, operation);
  if (width === WIDTH.double) return double(asDoubles(a, b, operation));
  if (width === WIDTH.int) {
    const n = asDoubles(a, b, operation);
    if (isInt32(n)) return n;
    if (Object.is(n, -0)) return 0;
    if (Number.isSafeInteger(n)) return Long.fromNumber(n);
  }
  const exact = asIntegers(a, b, operation);
  if (fitsLong(exact)) return Long.fromBigInt(exact);
  if (onOverflow === "error") throw new MongoError(2, "integer overflow");
  return double(asDoubles(a, b, operation));
}

/** A whole number in the smallest type that holds it: int32, then int64, then double. */
export function fromInteger(n: number): Numeric {
  if (isInt32(n)) return n;
  return Number.isSafeInteger(n) ? Long.fromNumber(n) : double(n);
}

/** Whether a number has no fraction, whatever its type. */
export function isWhole(v: Numeric): boolean {
  return isLong(v) || Number.isInteger(toNumber(v));
}

import { Decimal128 } from "bson";
import { isLong, toNumber } from "../bson/value";
import type { Numeric } from "../bson/value";

/** A number as `$toString` prints it: doubles with up to 17 digits, exponents as in C++ (1e+21). */
export function numberText(v: Numeric): string {
  if (v instanceof Decimal128 || isLong(v)) return v.toString();
  const n = toNumber(v);
  if (Number.isNaN(n)) return "NaN";
  if (Object.is(n, -0)) return "-0";
  return String(n);
}

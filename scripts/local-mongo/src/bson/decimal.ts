import { Decimal128 } from "bson";
import { isLong, toNumber } from "./value";
import type { Numeric } from "./value";

/** A finite number as `digits × 10^exponent`. */
export interface Scientific {
  digits: bigint;
  exponent: number;
}

const PRECISION = 34;
const FORM = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/i;

function parse(text: string): Scientific | undefined {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), exponent: Number(exponent) - fraction.length };
}

/** The exact decimal value of a decimal, int64 or int32; of a double its 15-digit reading, as MongoDB converts. */
export function scientific(v: Numeric): Scientific | undefined {
  if (v instanceof Decimal128) return parse(v.toString());
  if (isLong(v)) return { digits: v.toBigInt(), exponent: 0 };
  const n = toNumber(v);
  if (Number.isInteger(n) && Math.abs(n) < 1e15) return { digits: BigInt(n), exponent: 0 };
  return parse(n.toPrecision(15).replace("e", "E"));
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** Rounds half to even to the 34 digits of decimal128. */
function fit(value: Scientific): Scientific {
  let { digits, exponent } = value;
  const excess = magnitude(digits).toString().length - PRECISION;
  if (excess <= 0) return value;
  const unit = 10n ** BigInt(excess);
  const rest = magnitude(digits % unit) * 2n;
  const sign = digits < 0n ? -1n : 1n;
  digits /= unit;
  if (rest > unit || (rest === unit && digits % 2n !== 0n)) digits += sign;
  exponent += excess;
  return fit({ digits, exponent });
}

export function decimal(value: Scientific): Decimal128 {
  const { digits, exponent } = fit(value);
  return Decimal128.fromString(`${digits}E${exponent}`);
}

/** Converts any number to decimal128; a double gets its 15 significant digits. */
export function toDecimal(v: Numeric): Decimal128 {
  if (v instanceof Decimal128) return v;
  const exact = scientific(v);
  if (exact) return decimal(exact);
  const n = toNumber(v);
  return Decimal128.fromString(Number.isNaN(n) ? "NaN" : n > 0 ? "Infinity" : "-Infinity");
}

export type DecimalOperation = "+" | "-" | "*" | "/" | "%";

function notFinite(a: Numeric, b: Numeric, operation: DecimalOperation): Decimal128 {
  const [x, y] = [toNumber(a), toNumber(b)];
  const results = { "+": x + y, "-": x - y, "*": x * y, "/": x / y, "%": x % y };
  return toDecimal(results[operation]);
}

function divide(x: Scientific, y: Scientific): Decimal128 {
  const shift = PRECISION + 2 + magnitude(y.digits).toString().length;
  const scaled = x.digits * 10n ** BigInt(shift);
  let quotient = scaled / y.digits;
  let exponent = x.exponent - y.exponent - shift;
  if (scaled % y.digits === 0n) {
    while (quotient !== 0n && quotient % 10n === 0n && exponent < Math.min(0, x.exponent - y.exponent)) {
      quotient /= 10n;
      exponent++;
    }
  }
  return decimal({ digits: quotient, exponent: quotient === 0n ? 0 : exponent });
}

/** Decimal arithmetic with the 34 digits of decimal128. */
export function decimalArithmetic(a: Numeric, b: Numeric, operation: DecimalOperation): Decimal128 {
  const x = scientific(a);
  const y = scientific(b);
  if (!x || !y) return notFinite(a, b, operation);
  if (operation === "*") return decimal({ digits: x.digits * y.digits, exponent: x.exponent + y.exponent });
  if (operation === "/") return y.digits === 0n ? notFinite(a, b, operation) : divide(x, y);
  const exponent = Math.min(x.exponent, y.exponent);
  const left = x.digits * 10n ** BigInt(x.exponent - exponent);
  const right = y.digits * 10n ** BigInt(y.exponent - exponent);
  if (operation === "%") return right === 0n ? toDecimal(NaN) : decimal({ digits: left % right, exponent });
  return decimal({ digits: operation === "+" ? left + right : left - right, exponent });
}

/** A non-negative fraction of two whole numbers that equals a double exactly. */
function exactFraction(n: number): [bigint, bigint] {
  let scale = 1n;
  let value = n;
  while (!Number.isInteger(value)) {
    value *= 2;
    scale *= 2n;
  }
  return [BigInt(value), scale];
}

/** Compares a decimal with a finite double, both exactly: negative, zero or positive. */
export function compareWithDouble(value: Scientific, n: number): number {
  const [numerator, denominator] = exactFraction(n);
  const power = 10n ** BigInt(Math.abs(value.exponent));
  const left = value.exponent >= 0 ? value.digits * power * denominator : value.digits * denominator;
  const right = value.exponent >= 0 ? numerator : numerator * power;
  return left < right ? -1 : left > right ? 1 : 0;
}

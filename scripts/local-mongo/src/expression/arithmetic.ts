import { Decimal128, Long } from "bson";
import { MongoError } from "../errors";
import { decimal, decimalArithmetic, scientific, toDecimal } from "../bson/decimal";
import { WIDTH, arithmetic, fromInteger, isWhole, toBigInt, widthOf } from "../bson/numbers";
import { double, isLong, isNullish, isNumeric, toNumber, typeName } from "../bson/value";
import type { Numeric, Value } from "../bson/value";
import { argumentList, binary, nary, unary } from "./arguments";
import type { Operator, Operators } from "./scope";

function notNumeric(name: string, v: Value): MongoError {
  return new MongoError(28765, `${name} only supports numeric types, not ${typeName(v)}`);
}

function sum(values: readonly Value[]): Value {
  let total: Numeric = 0;
  let date: Date | undefined;
  for (const v of values) {
    if (isNullish(v)) return null;
    if (v instanceof Date) {
      if (date) throw new MongoError(16612, "only one date allowed in an $add expression");
      date = v;
    } else if (isNumeric(v)) total = arithmetic(total, v, "+");
    else throw new MongoError(14, `$add only supports numeric or date types, not ${typeName(v)}`);
  }
  return date ? new Date(date.getTime() + Math.round(toNumber(total))) : total;
}

const add: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  return (root) => sum(args.map((argument) => argument(root)));
};

const multiply: Operator = (operand, scope) => {
  const args = argumentList(operand, scope);
  return (root) => {
    let product: Numeric = 1;
    for (const argument of args) {
      const v = argument(root);
      if (isNullish(v)) return null;
      if (!isNumeric(v))
        throw new MongoError(14, `$multiply only supports numeric types, not ${typeName(v)}`);
      product = arithmetic(product, v, "*");
    }
    return product;
  };
};

function subtract(a: Value, b: Value): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (isNumeric(a) && isNumeric(b)) return arithmetic(a, b, "-");
  if (a instanceof Date) {
    if (b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
    if (isNumeric(b)) return new Date(a.getTime() - Math.round(toNumber(b)));
  }
  throw new MongoError(14, `can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function divide(a: Value, b: Value): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b)) {
    throw new MongoError(14, `$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  }
  if (toNumber(b) === 0) throw new MongoError(2, "can't $divide by zero");
  if (a instanceof Decimal128 || b instanceof Decimal128) return decimalArithmetic(a, b, "/");
  return double(toNumber(a) / toNumber(b));
}

function modulo(a: Value, b: Value): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (!isNumeric(a) || !isNumeric(b)) {
    throw new MongoError(16611, `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  }
  if (toNumber(b) === 0) throw new MongoError(16610, "can't $mod by zero");
  const width = Math.max(widthOf(a), widthOf(b));
  if (width === WIDTH.decimal) return decimalArithmetic(a, b, "%");
  if (width === WIDTH.double) return double(toNumber(a) % toNumber(b));
  if (width === WIDTH.int) return (toNumber(a) % toNumber(b)) + 0;
  return Long.fromBigInt(toBigInt(a) % toBigInt(b));
}

function absolute(v: Value): Value {
  if (isNullish(v)) return null;
  if (!isNumeric(v)) throw notNumeric("$abs", v);
  if (v instanceof Decimal128) return toNumber(v) < 0 ? decimalArithmetic(v, -1, "*") : v;
  if (isLong(v)) return v.isNegative() ? v.negate() : v;
  const n = Math.abs(toNumber(v));
  return widthOf(v) === WIDTH.int ? fromInteger(n) : double(n);
}

type Rounding = "floor" | "ceil" | "trunc" | "even";

function roundInteger(digits: bigint, unit: bigint, how: Rounding): bigint {
  const quotient = digits / unit;
  const rest = digits % unit;
  if (rest === 0n || how === "trunc") return quotient;
  const away = digits < 0n ? quotient - 1n : quotient + 1n;
  if (how === "floor") return digits < 0n ? away : quotient;
  if (how === "ceil") return digits < 0n ? quotient : away;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice !== unit) return twice > unit ? away : quotient;
  return quotient % 2n === 0n ? quotient : away;
}

/** Rounds to a number of places; whole numbers with places before the point too. */
function roundTo(v: Numeric, places: number, how: Rounding): Numeric {
  if (isWhole(v) && places >= 0 && !(v instanceof Decimal128)) return v;
  const exact = v instanceof Decimal128 ? scientific(v) : scientificOf(v);
  if (!exact) return v;
  const drop = -places - exact.exponent;
  if (drop <= 0) return v;
  const digits = roundInteger(exact.digits, 10n ** BigInt(drop), how);
  if (v instanceof Decimal128) return decimal({ digits, exponent: -places });
  if (widthOf(v) === WIDTH.double) return double(Number(`${digits}e${-places}`));
  const whole = digits * 10n ** BigInt(-places);
  return isLong(v) ? Long.fromBigInt(whole) : fromInteger(Number(whole));
}

/** The shortest decimal that reads as the number. */
function scientificOf(v: Numeric): { digits: bigint; exponent: number } | undefined {
  if (widthOf(v) !== WIDTH.double) return { digits: toBigInt(v), exponent: 0 };
  return scientific(toDecimalText(toNumber(v)));
}

function toDecimalText(n: number): Numeric {
  return Number.isFinite(n) ? Decimal128.fromString(String(n)) : toDecimal(n);
}

function rounding(name: string, how: Rounding): Operator {
  return nary(name, 1, 2, ([v, place]) => {
    if (isNullish(v) || place === null) return null;
    if (!isNumeric(v)) throw new MongoError(51081, `${name} only supports numeric types, not ${typeName(v)}`);
    const places = place === undefined ? 0 : isNumeric(place) ? toNumber(place) : NaN;
    if (!Number.isInteger(places))
      throw new MongoError(51082, `precision argument to  ${name} must be a integral value`);
    if (places < -20 || places > 100) {
      throw new MongoError(
        51083,
        `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`,
      );
    }
    return roundTo(v, places, how);
  });
}

function toWhole(name: string, how: Rounding): Operator {
  return unary(name, (v) => {
    if (isNullish(v)) return null;
    if (!isNumeric(v)) throw notNumeric(name, v);
    return roundTo(v, 0, how);
  });
}

/** An operator on a real number; decimals are calculated as doubles and keep their type. */
function real(
  name: string,
  calculate: (n: number) => number,
  accepts: (n: number) => boolean,
  refusal: string,
): Operator {
  return unary(name, (v) => {
    if (isNullish(v)) return null;
    if (!isNumeric(v)) throw notNumeric(name, v);
    const n = toNumber(v);
    if (!accepts(n)) throw new MongoError(28766, `${name}'s argument must be ${refusal}, but is ${n}`);
    const result = calculate(n);
    return v instanceof Decimal128 ? toDecimal(result) : double(result);
  });
}

const anyNumber = (): boolean => true;

function power(base: Value, exponent: Value): Value {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumeric(base)) throw new MongoError(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumeric(exponent))
    throw new MongoError(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  const [x, y] = [toNumber(base), toNumber(exponent)];
  if (x === 0 && y < 0) throw new MongoError(28764, "$pow cannot take a base of 0 and a negative exponent");
  const width = Math.max(widthOf(base), widthOf(exponent));
  const result = x ** y;
  if (width === WIDTH.decimal) return toDecimal(result);
  if (width === WIDTH.double || y < 0 || !Number.isSafeInteger(result)) return double(result);
  return width === WIDTH.long ? Long.fromNumber(result) : fromInteger(result);
}

function logarithm(v: Value, base: Value): Value {
  if (isNullish(v) || isNullish(base)) return null;
  if (!isNumeric(v)) throw new MongoError(28756, `$log's argument must be numeric, not ${typeName(v)}`);
  if (!isNumeric(base)) throw new MongoError(28757, `$log's base must be numeric, not ${typeName(base)}`);
  const [x, b] = [toNumber(v), toNumber(base)];
  if (x <= 0) throw new MongoError(28758, `$log's argument must be a positive number, but is ${x}`);
  if (b <= 0 || b === 1)
    throw new MongoError(28759, `$log's base must be a positive number not equal to 1, but is ${b}`);
  return double(Math.log(x) / Math.log(b));
}

const positive = (n: number): boolean => n > 0 || Number.isNaN(n);

export const ARITHMETIC_OPERATORS: Operators = {
  $add: add,
  $subtract: binary("$subtract", subtract),
  $multiply: multiply,
  $divide: binary("$divide", divide),
  $mod: binary("$mod", modulo),
  $abs: unary("$abs", absolute),
  $ceil: toWhole("$ceil", "ceil"),
  $floor: toWhole("$floor", "floor"),
  $round: rounding("$round", "even"),
  $trunc: rounding("$trunc", "trunc"),
  $sqrt: real("$sqrt", Math.sqrt, (n) => n >= 0 || Number.isNaN(n), "greater than or equal to 0"),
  $exp: real("$exp", Math.exp, anyNumber, "a number"),
  $ln: real("$ln", Math.log, positive, "a positive number"),
  $log10: real("$log10", Math.log10, positive, "a positive number"),
  $log: binary("$log", logarithm),
  $pow: binary("$pow", power),
  $sin: real("$sin", Math.sin, Number.isFinite, "finite"),
  $cos: real("$cos", Math.cos, Number.isFinite, "finite"),
  $tan: real("$tan", Math.tan, Number.isFinite, "finite"),
  $asin: real("$asin", Math.asin, (n) => Math.abs(n) <= 1, "in [-1,1]"),
  $acos: real("$acos", Math.acos, (n) => Math.abs(n) <= 1, "in [-1,1]"),
  $atan: real("$atan", Math.atan, anyNumber, "a number"),
  $sinh: real("$sinh", Math.sinh, anyNumber, "a number"),
  $cosh: real("$cosh", Math.cosh, anyNumber, "a number"),
  $tanh: real("$tanh", Math.tanh, anyNumber, "a number"),
  $degreesToRadians: real("$degreesToRadians", (n) => (n * Math.PI) / 180, anyNumber, "a number"),
  $radiansToDegrees: real("$radiansToDegrees", (n) => (n * 180) / Math.PI, anyNumber, "a number"),
  $rand: () => () => double(Math.random()),
};

import { Binary, Decimal128, Long, ObjectId, UUID } from "bson";
import { MongoError } from "../errors";
import { toDecimal } from "../bson/decimal";
import { WIDTH, fitsLong, toBigInt, widthOf } from "../bson/numbers";
import {
  TYPE,
  double,
  isDoc,
  isInt32,
  isNullish,
  isNumeric,
  isTruthy,
  toNumber,
  typeName,
} from "../bson/value";
import type { Value } from "../bson/value";
import { typeNumbers } from "../query/types";
import { namedOperands, unary } from "./arguments";
import { parseDate } from "./dateParsing";
import { numberText } from "./numberText";
import type { Operator, Operators } from "./scope";
import { instantOf, isDateLike } from "./instant";

function failure(reason: string): MongoError {
  return new MongoError(241, `${reason} in $convert with no onError value`);
}

function unsupported(v: Value, to: string): MongoError {
  return failure(`Unsupported conversion from ${typeName(v)} to ${to}`);
}

function parseNumber(text: string, form: RegExp, to: string): string {
  if (!form.test(text)) throw failure(`Failed to parse number '${text}' (to ${to})`);
  return text;
}

const WHOLE = /^[+-]?\d+$/;
const REAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const SPECIAL = /^[+-]?(nan|inf|infinity)$/i;

function wholeOf(v: Value, to: string): bigint {
  if (typeof v === "boolean") return v ? 1n : 0n;
  if (typeof v === "string") return BigInt(parseNumber(v, WHOLE, to).replace("+", ""));
  if (!isNumeric(v)) throw unsupported(v, to);
  if (widthOf(v) <= WIDTH.long) return toBigInt(v);
  const n = toNumber(v);
  if (!Number.isFinite(n))
    throw failure(`Attempt to convert ${Number.isNaN(n) ? "NaN" : "infinity"} value to integer type`);
  if (v instanceof Decimal128)
    return BigInt(v.toString().includes("E") ? Math.trunc(n) : (v.toString().split(".")[0] ?? "0"));
  return BigInt(Math.trunc(n));
}

function toInt(v: Value): Value {
  const n = Number(wholeOf(v, "int"));
  if (!isInt32(n)) throw failure(`Conversion would overflow target type: ${n}`);
  return n;
}

function toLong(v: Value): Value {
  if (v instanceof Date) return Long.fromNumber(v.getTime());
  const n = wholeOf(v, "long");
  if (!fitsLong(n)) throw failure(`Conversion would overflow target type: ${n}`);
  return Long.fromBigInt(n);
}

function toDouble(v: Value): Value {
  if (typeof v === "boolean") return double(v ? 1 : 0);
  if (v instanceof Date) return double(v.getTime());
  if (typeof v === "string")
    return double(SPECIAL.test(v) ? special(v) : Number(parseNumber(v, REAL, "double")));
  if (isNumeric(v)) return double(toNumber(v));
  throw unsupported(v, "double");
}

function special(text: string): number {
  if (/nan/i.test(text)) return NaN;
  return text.startsWith("-") ? -Infinity : Infinity;
}

function toDecimalValue(v: Value): Value {
  if (typeof v === "boolean") return Decimal128.fromString(v ? "1" : "0");
  if (v instanceof Date) return Decimal128.fromString(String(v.getTime()));
  if (typeof v === "string") {
    if (SPECIAL.test(v)) return toDecimal(special(v));
    return Decimal128.fromString(parseNumber(v, REAL, "decimal"));
  }
  if (isNumeric(v)) return toDecimal(v);
  throw unsupported(v, "decimal");
}

function toText(v: Value): Value {
  if (typeof v === "string") return v;
  if (typeof v === "boolean") return String(v);
  if (isNumeric(v)) return numberText(v);
  if (v instanceof ObjectId) return v.toHexString();
  if (v instanceof Date) return v.toISOString();
  if (v instanceof Binary && v.sub_type === Binary.SUBTYPE_UUID)
    return new UUID(v.buffer.subarray(0, 16)).toString();
  throw unsupported(v, "string");
}

function toObjectId(v: Value): Value {
  if (v instanceof ObjectId) return v;
  if (typeof v !== "string") throw unsupported(v, "objectId");
  if (!/^[0-9a-f]{24}$/i.test(v)) {
    throw failure(
      `Failed to parse objectId '${v}' in $convert with no onError value: Invalid string length for parsing to OID, expected 24 but found ${v.length}`,
    );
  }
  return new ObjectId(v);
}

function toDate(v: Value): Value {
  if (isDateLike(v)) return new Date(instantOf(v));
  if (isNumeric(v) && widthOf(v) !== WIDTH.int) return new Date(Math.trunc(toNumber(v)));
  if (typeof v === "string") return parseDate(v);
  throw unsupported(v, "date");
}

function toBool(v: Value): Value {
  return isNumeric(v) || typeof v === "boolean" ? isTruthy(v) : true;
}

const CONVERSIONS: ReadonlyMap<number, (v: Value) => Value> = new Map<number, (v: Value) => Value>([
  [TYPE.double, toDouble],
  [TYPE.string, toText],
  [TYPE.objectId, toObjectId],
  [TYPE.bool, toBool],
  [TYPE.date, toDate],
  [TYPE.int, toInt],
  [TYPE.long, toLong],
  [TYPE.decimal, toDecimalValue],
]);

function conversionTo(type: Value): (v: Value) => Value {
  const wanted = isDoc(type) ? type["type"] : type;
  const [number = 0] = typeNumbers(wanted ?? null);
  const convert = CONVERSIONS.get(number);
  if (!convert) throw new MongoError(2, `Unsupported conversion target type: ${String(wanted)}`);
  return convert;
}

const convert: Operator = (operand, scope) => {
  const { input, to, onError, onNull } = namedOperands(
    "$convert",
    operand,
    ["input", "to"],
    ["onError", "onNull", "format"],
  );
  const [value, type] = [scope.compile(input), scope.compile(to)];
  const failed = onError === undefined ? undefined : scope.compile(onError);
  const empty = onNull === undefined ? () => null : scope.compile(onNull);
  return (root) => {
    const v = value(root);
    const wanted = type(root);
    if (isNullish(v)) return empty(root);
    if (isNullish(wanted)) return null;
    try {
      return conversionTo(wanted)(v);
    } catch (error) {
      if (failed && error instanceof MongoError && error.code === 241) return failed(root);
      throw error;
    }
  };
};

function shorthand(name: string, calculate: (v: Value) => Value): Operator {
  return unary(name, (v) => (isNullish(v) ? null : calculate(v)));
}

export const CONVERSION_OPERATORS: Operators = {
  $convert: convert,
  $toInt: shorthand("$toInt", toInt),
  $toLong: shorthand("$toLong", toLong),
  $toDouble: shorthand("$toDouble", toDouble),
  $toDecimal: shorthand("$toDecimal", toDecimalValue),
  $toString: shorthand("$toString", toText),
  $toObjectId: shorthand("$toObjectId", toObjectId),
  $toDate: shorthand("$toDate", toDate),
  $toBool: shorthand("$toBool", toBool),
  $toUUID: shorthand("$toUUID", (v) => new UUID(String(v)).toBinary()),
  $type: unary("$type", (v) => typeName(v)),
  $isNumber: unary("$isNumber", (v) => isNumeric(v)),
};

import { BSONSymbol, Code, Timestamp } from "bson";
import { MongoError } from "../errors";
import { isNullish, isNumeric, toNumber, typeName } from "../bson/value";
import type { Value } from "../bson/value";
import { wholeArgument } from "./arrays";
import { binary, named, nary, unary } from "./arguments";
import { numberText } from "./numberText";
import type { Operator, Operators } from "./scope";

/** Text of a value where strings are expected: missing is "", numbers and dates are printed. */
export function coerced(v: Value): string {
  if (isNullish(v)) return "";
  if (typeof v === "string") return v;
  if (isNumeric(v)) return numberText(v);
  if (v instanceof Date) return v.toISOString();
  if (v instanceof BSONSymbol) return v.value;
  if (v instanceof Code) return v.code;
  if (v instanceof Timestamp) return `Timestamp(${v.high >>> 0}, ${v.low >>> 0})`;
  throw new MongoError(16007, `can't convert from BSON type ${typeName(v)} to String`);
}

function text(name: string, v: Value, code: number): string {
  if (typeof v !== "string")
    throw new MongoError(code, `${name} requires a string argument, found: ${typeName(v)}`);
  return v;
}

function ascii(name: string, turn: (letter: string) => string, pattern: RegExp): Operator {
  return unary(name, (v) => coerced(v).replace(pattern, turn));
}

function concat(values: readonly Value[]): Value {
  let out = "";
  for (const v of values) {
    if (isNullish(v)) return null;
    if (typeof v !== "string")
      throw new MongoError(16702, `$concat only supports strings, not ${typeName(v)}`);
    out += v;
  }
  return out;
}

function split(v: Value, separator: Value): Value {
  if (isNullish(v) || isNullish(separator)) return null;
  const by = text("$split", separator, 40086);
  if (by === "") throw new MongoError(40087, "$split requires a non-empty separator");
  return text("$split", v, 40085).split(by);
}

function substring(name: string, characters: (s: string) => readonly string[] | Buffer): Operator {
  return nary(name, 3, 3, ([v, from, count]) => {
    const units = characters(coerced(v));
    const start = wholeArgument(name, from, 34450);
    const length = isNumeric(count) ? toNumber(count) : NaN;
    if (!Number.isInteger(length))
      throw new MongoError(34452, `${name}: length must be a number representable as a 32-bit integer`);
    const part = units.slice(start, length < 0 ? undefined : start + length);
    return Buffer.isBuffer(part) ? part.toString("utf8") : (part as readonly string[]).join("");
  });
}

function indexIn(name: string, characters: (s: string) => string, units: (s: string) => number): Operator {
  return nary(name, 2, 4, ([v, wanted, from = 0, to]) => {
    if (isNullish(v)) return null;
    const whole = characters(text(name, v, 40091));
    const part = characters(text(name, wanted, 40092));
    const start = wholeArgument(name, from, 40096);
    const stop = to === undefined ? units(whole) : wholeArgument(name, to, 40096);
    const sliced = [...whole].slice(0, stop).join("");
    const at = sliced.indexOf(part, [...sliced].slice(0, start).join("").length);
    return at < 0 || start > stop ? -1 : units(sliced.slice(0, at));
  });
}

const WHITESPACE =
  "\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a";

function trim(name: string, left: boolean, right: boolean): Operator {
  return named(name, ["input"], ["chars"], ({ input, chars }) => {
    if (isNullish(input) || chars === null) return null;
    const letters = [...text(name, input, 50699)];
    const unwanted = new Set(chars === undefined ? WHITESPACE : text(name, chars, 50700));
    let [from, to] = [0, letters.length];
    if (left) while (from < to && unwanted.has(letters[from] ?? "")) from++;
    if (right) while (to > from && unwanted.has(letters[to - 1] ?? "")) to--;
    return letters.slice(from, to).join("");
  });
}

function replace(name: string, all: boolean): Operator {
  return named(name, ["input", "find", "replacement"], [], ({ input, find, replacement }) => {
    if (isNullish(input) || isNullish(find) || isNullish(replacement)) return null;
    const [whole, part, other] = [
      text(name, input, 51746),
      text(name, find, 51745),
      text(name, replacement, 51744),
    ];
    return all ? whole.replaceAll(part, () => other) : whole.replace(part, () => other);
  });
}

function length(name: string, measure: (s: string) => number, code: number): Operator {
  return unary(name, (v) => measure(text(name, v, code)));
}

function compareIgnoringCase(a: Value, b: Value): Value {
  const [x, y] = [coerced(a).toUpperCase(), coerced(b).toUpperCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

const bytesAsLatin = (s: string): string => Buffer.from(s, "utf8").toString("latin1");

export const STRING_OPERATORS: Operators = {
  $concat: nary("$concat", 0, Infinity, concat),
  $toLower: ascii("$toLower", (letter) => letter.toLowerCase(), /[A-Z]/g),
  $toUpper: ascii("$toUpper", (letter) => letter.toUpperCase(), /[a-z]/g),
  $split: binary("$split", split),
  $substr: substring("$substrBytes", (s) => Buffer.from(s, "utf8")),
  $substrBytes: substring("$substrBytes", (s) => Buffer.from(s, "utf8")),
  $substrCP: substring("$substrCP", (s) => [...s]),
  $indexOfBytes: indexIn("$indexOfBytes", bytesAsLatin, (s) => s.length),
  $indexOfCP: indexIn(
    "$indexOfCP",
    (s) => s,
    (s) => [...s].length,
  ),
  $strLenBytes: length("$strLenBytes", (s) => Buffer.byteLength(s), 34473),
  $strLenCP: length("$strLenCP", (s) => [...s].length, 34471),
  $strcasecmp: binary("$strcasecmp", compareIgnoringCase),
  $trim: trim("$trim", true, true),
  $ltrim: trim("$ltrim", true, false),
  $rtrim: trim("$rtrim", false, true),
  $replaceOne: replace("$replaceOne", false),
  $replaceAll: replace("$replaceAll", true),
};

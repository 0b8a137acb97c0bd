import { MongoError } from "../errors";
import { isNullish, typeName } from "../bson/value";
import type { Value } from "../bson/value";
import { namedOperands } from "./arguments";
import { DAY, dayOfYear, isoWeek, weekOfYear } from "./calendar";
import { parseDate, parseDateAs } from "./dateParsing";
import { instantOf } from "./instant";
import type { Operator, Operators, Scope } from "./scope";
import { timeZone, zoneArgument } from "./timezone";
import type { TimeZone } from "./timezone";

const DEFAULT_FORMAT = "%Y-%m-%dT%H:%M:%S.%LZ";
const LOCAL_FORMAT = "%Y-%m-%dT%H:%M:%S.%L";
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60), 2)}${pad(size % 60, 2)}`;
}

/** What each format letter prints, from wall-clock time and the offset to UTC in minutes. */
const LETTERS: Readonly<Record<string, (at: Date, local: number, offset: number) => string>> = {
  Y: (at) => pad(at.getUTCFullYear(), 4),
  m: (at) => pad(at.getUTCMonth() + 1, 2),
  d: (at) => pad(at.getUTCDate(), 2),
  H: (at) => pad(at.getUTCHours(), 2),
  M: (at) => pad(at.getUTCMinutes(), 2),
  S: (at) => pad(at.getUTCSeconds(), 2),
  L: (at) => pad(at.getUTCMilliseconds(), 3),
  j: (_at, local) => pad(dayOfYear(local), 3),
  w: (at) => String(at.getUTCDay() + 1),
  u: (at) => String(at.getUTCDay() || 7),
  U: (_at, local) => pad(weekOfYear(local), 2),
  V: (_at, local) => pad(isoWeek(local).week, 2),
  G: (_at, local) => pad(isoWeek(local).year, 4),
  b: (at) => (MONTHS[at.getUTCMonth()] ?? "").slice(0, 3),
  B: (at) => MONTHS[at.getUTCMonth()] ?? "",
  z: (_at, _local, offset) => offsetText(offset),
  Z: (_at, _local, offset) => (offset < 0 ? String(offset) : `+${offset}`),
  "%": () => "%",
};

function checkFormat(format: Value): string {
  if (typeof format !== "string")
    throw new MongoError(
      18533,
      `$dateToString requires that 'format' be a string, found: ${typeName(format)}`,
    );
  for (const [, letter = ""] of format.matchAll(/%([\s\S]?)/g)) {
    if (letter === "") throw new MongoError(18535, "Unmatched '%' at end of format string");
    if (!LETTERS[letter])
      throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
  }
  return format;
}

function print(instant: number, format: string, zone: TimeZone): string {
  const local = zone.toLocal(instant);
  const at = new Date(local);
  const offset = Math.round((local - instant) / (DAY / 1440));
  return format.replace(
    /%([\s\S])/g,
    (token, letter: string) => LETTERS[letter]?.(at, local, offset) ?? token,
  );
}

function optional(scope: Scope, spec: Value): ((root: Value) => Value) | undefined {
  return spec === undefined ? undefined : scope.compile(spec);
}

const dateToString: Operator = (operand, scope) => {
  const given = namedOperands("$dateToString", operand, ["date"], ["format", "timezone", "onNull"]);
  const date = scope.compile(given["date"]);
  const format = optional(scope, given["format"]);
  const timezone = optional(scope, given["timezone"]);
  const onNull = optional(scope, given["onNull"]);
  return (root) => {
    const v = date(root);
    if (isNullish(v)) return onNull ? onNull(root) : null;
    const zone = zoneArgument(timezone?.(root), timezone !== undefined);
    const wanted = format ? format(root) : zone === timeZone("UTC") ? DEFAULT_FORMAT : LOCAL_FORMAT;
    if (!zone || isNullish(wanted)) return null;
    return print(instantOf(v), checkFormat(wanted), zone);
  };
};

const dateFromString: Operator = (operand, scope) => {
  const given = namedOperands(
    "$dateFromString",
    operand,
    ["dateString"],
    ["format", "timezone", "onError", "onNull"],
  );
  const dateString = scope.compile(given["dateString"]);
  const format = optional(scope, given["format"]);
  const timezone = optional(scope, given["timezone"]);
  const onNull = optional(scope, given["onNull"]);
  const onError = optional(scope, given["onError"]);
  return (root) => {
    const text = dateString(root);
    if (isNullish(text)) return onNull ? onNull(root) : null;
    const zone = timezone && zoneArgument(timezone(root), true);
    if (timezone && !zone) return null;
    try {
      if (typeof text !== "string")
        throw new MongoError(
          241,
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)}`,
        );
      const wanted = format?.(root);
      if (format && isNullish(wanted)) return null;
      return typeof wanted === "string" ? parseDateAs(text, wanted, zone) : parseDate(text, zone);
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError(root);
      throw error;
    }
  };
};

export const DATE_TEXT_OPERATORS: Operators = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
};

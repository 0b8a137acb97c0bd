import { Long, Timestamp } from "bson";
import { MongoError } from "../errors";
import { hasField, isDoc, isNullish, isNumeric, isTruthy, toNumber, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { named, namedOperands, unary } from "./arguments";
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  dayOfYear,
  fromIsoWeek,
  isoWeek,
  localTime,
  weekOfYear,
} from "./calendar";
import { instantOf } from "./instant";
import type { Operator, Operators } from "./scope";
import { zoneArgument } from "./timezone";

/** A part of the wall-clock time of a date, in UTC or in the zone that is asked for. */
function part(name: string, calculate: (local: number) => Value): Operator {
  return (operand, scope) => {
    const single = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
    if (Array.isArray(single))
      throw new MongoError(
        40536,
        `${name} accepts exactly one argument if given an array, but was given ${single.length}`,
      );
    const isNamed = isDoc(single) && (hasField(single, "date") || hasField(single, "timezone"));
    const given = isNamed ? namedOperands(name, single, ["date"], ["timezone"]) : { date: single };
    const date = scope.compile(given["date"]);
    const timezone = given["timezone"] === undefined ? undefined : scope.compile(given["timezone"]);
    return (root) => {
      const v = date(root);
      const zone = zoneArgument(timezone?.(root), timezone !== undefined);
      if (isNullish(v) || !zone) return null;
      return calculate(zone.toLocal(instantOf(v)));
    };
  };
}

const PARTS: readonly (readonly [name: string, otherwise: number])[] = [
  ["month", 1],
  ["day", 1],
  ["hour", 0],
  ["minute", 0],
  ["second", 0],
  ["millisecond", 0],
  ["isoWeek", 1],
  ["isoDayOfWeek", 1],
];

function wholePart(values: Doc, name: string, otherwise: number): number | undefined {
  if (!hasField(values, name)) return otherwise;
  const v = values[name];
  if (isNullish(v)) return undefined;
  if (!isNumeric(v) || !Number.isInteger(toNumber(v))) {
    throw new MongoError(40515, `'${name}' must evaluate to an integer, found ${typeName(v)}`);
  }
  return toNumber(v);
}

function fromParts(values: Doc): Value {
  const isIso = hasField(values, "isoWeekYear");
  if (!isIso && !hasField(values, "year"))
    throw new MongoError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  const zone = zoneArgument(values["timezone"], hasField(values, "timezone"));
  const year = wholePart(values, isIso ? "isoWeekYear" : "year", 1970);
  const found = PARTS.map(([name, otherwise]) => wholePart(values, name, otherwise));
  if (!zone || year === undefined || found.some((n) => n === undefined)) return null;
  if (year < 1 || year > 9999)
    throw new MongoError(40523, `'year' must evaluate to an integer in the range 1 to 9999, found ${year}`);
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0, week = 1, weekday = 1] = found;
  const time = hour * HOUR + minute * MINUTE + second * SECOND + ms;
  const local = isIso
    ? fromIsoWeek({ year, week, day: weekday }) + time
    : localTime(year, month - 1, day, time);
  return new Date(zone.toInstant(local));
}

function toParts(values: Doc): Value {
  const zone = zoneArgument(values["timezone"], hasField(values, "timezone"));
  if (isNullish(values["date"]) || !zone || values["iso8601"] === null) return null;
  const local = zone.toLocal(instantOf(values["date"]));
  const at = new Date(local);
  const time = {
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
    millisecond: at.getUTCMilliseconds(),
  };
  if (isTruthy(values["iso8601"])) {
    const { year, week, day } = isoWeek(local);
    return { isoWeekYear: year, isoWeek: week, isoDayOfWeek: day, ...time };
  }
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), ...time };
}

const modulo = (n: number, by: number): number => ((n % by) + by) % by;

export const DATE_OPERATORS: Operators = {
  $year: part("$year", (local) => new Date(local).getUTCFullYear()),
  $month: part("$month", (local) => new Date(local).getUTCMonth() + 1),
  $dayOfMonth: part("$dayOfMonth", (local) => new Date(local).getUTCDate()),
  $dayOfWeek: part("$dayOfWeek", (local) => new Date(local).getUTCDay() + 1),
  $dayOfYear: part("$dayOfYear", dayOfYear),
  $hour: part("$hour", (local) => Math.floor(modulo(local, DAY) / HOUR)),
  $minute: part("$minute", (local) => Math.floor(modulo(local, HOUR) / MINUTE)),
  $second: part("$second", (local) => Math.floor(modulo(local, MINUTE) / SECOND)),
  $millisecond: part("$millisecond", (local) => modulo(local, SECOND)),
  $week: part("$week", weekOfYear),
  $isoWeek: part("$isoWeek", (local) => isoWeek(local).week),
  $isoWeekYear: part("$isoWeekYear", (local) => Long.fromNumber(isoWeek(local).year)),
  $isoDayOfWeek: part("$isoDayOfWeek", (local) => isoWeek(local).day),
  $dateFromParts: named(
    "$dateFromParts",
    [],
    ["year", "isoWeekYear", "timezone", ...PARTS.map(([name]) => name)],
    fromParts,
  ),
  $dateToParts: named("$dateToParts", ["date"], ["timezone", "iso8601"], toParts),
  $tsSecond: unary("$tsSecond", (v) =>
    isNullish(v) ? null : Long.fromNumber(timestamp("$tsSecond", v).high >>> 0),
  ),
  $tsIncrement: unary("$tsIncrement", (v) =>
    isNullish(v) ? null : Long.fromNumber(timestamp("$tsIncrement", v).low >>> 0),
  ),
};

function timestamp(name: string, v: Value): Timestamp {
  if (!(v instanceof Timestamp))
    throw new MongoError(5687301, `${name} argument must be a timestamp, but is ${typeName(v)}`);
  return v;
}

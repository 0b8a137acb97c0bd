import { Long } from "bson";
import { MongoError } from "../errors";
import { entryOf, hasField, isNullish, isNumeric, toNumber, typeName } from "../bson/value";
import type { Doc, Value } from "../bson/value";
import { named } from "./arguments";
import { DAY, HOUR, MINUTE, SECOND, addMonths, localTime } from "./calendar";
import { instantOf } from "./instant";
import type { Operators } from "./scope";
import { zoneArgument } from "./timezone";
import type { TimeZone } from "./timezone";

const MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };
const DAYS: Readonly<Record<string, number>> = { week: 7, day: 1 };
const TIMES: Readonly<Record<string, number>> = {
  hour: HOUR,
  minute: MINUTE,
  second: SECOND,
  millisecond: 1,
};
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Bins of `$dateTrunc` are counted from here. */
const REFERENCE_YEAR = 2000;
const REFERENCE = localTime(REFERENCE_YEAR, 0, 1);
const REFERENCE_WEEKDAY = 6;

function unitOf(name: string, v: Value): string {
  if (typeof v !== "string")
    throw new MongoError(5439013, `${name} requires 'unit' to be a string, but got ${typeName(v)}`);
  if (![MONTHS, DAYS, TIMES].some((units) => entryOf(units, v) !== undefined)) {
    throw new MongoError(9, `unknown time unit value: ${v}`);
  }
  return v;
}

function weekdayOf(v: Value): number {
  const wanted = typeof v === "string" ? v.toLowerCase() : "sunday";
  const at = WEEKDAYS.findIndex((day) => day === wanted || day.slice(0, 3) === wanted);
  if (at < 0) throw new MongoError(9, `unknown day of week value: ${wanted}`);
  return at;
}

function shift(instant: number, unit: string, amount: number, zone: TimeZone): number {
  const time = TIMES[unit];
  if (time !== undefined) return instant + time * amount;
  const local = zone.toLocal(instant);
  const months = MONTHS[unit];
  if (months !== undefined) return zone.toInstant(addMonths(local, months * amount));
  return zone.toInstant(local + (DAYS[unit] ?? 1) * DAY * amount);
}

function add(name: string, sign: 1 | -1): (values: Doc) => Value {
  return (values) => {
    const { startDate, unit, amount } = values;
    const zone = zoneArgument(values["timezone"], hasField(values, "timezone"));
    if (isNullish(startDate) || isNullish(unit) || isNullish(amount) || !zone) return null;
    const count = isNumeric(amount) ? toNumber(amount) : NaN;
    if (!Number.isInteger(count))
      throw new MongoError(5166405, `${name} expects integer amount of time units`);
    return new Date(shift(instantOf(startDate), unitOf(name, unit), sign * count, zone));
  };
}

function truncate(instant: number, unit: string, bin: number, zone: TimeZone, weekday: number): number {
  const months = MONTHS[unit];
  const local = zone.toLocal(instant);
  if (months !== undefined) {
    const at = new Date(local);
    const passed = (at.getUTCFullYear() - REFERENCE_YEAR) * 12 + at.getUTCMonth();
    const size = months * bin;
    return zone.toInstant(localTime(REFERENCE_YEAR, Math.floor(passed / size) * size, 1));
  }
  const days = DAYS[unit];
  if (days !== undefined) {
    const from = unit === "week" ? REFERENCE + ((weekday - REFERENCE_WEEKDAY + 7) % 7) * DAY : REFERENCE;
    const size = days * bin * DAY;
    return zone.toInstant(from + Math.floor((local - from) / size) * size);
  }
  const size = (TIMES[unit] ?? 1) * bin;
  const from = zone.toInstant(REFERENCE);
  return from + Math.floor((instant - from) / size) * size;
}

function dateTrunc(values: Doc): Value {
  const { date, unit } = values;
  const bin = hasField(values, "binSize") ? values["binSize"] : 1;
  const zone = zoneArgument(values["timezone"], hasField(values, "timezone"));
  if (isNullish(date) || isNullish(unit) || isNullish(bin) || !zone) return null;
  const size = isNumeric(bin) ? toNumber(bin) : NaN;
  if (!Number.isInteger(size) || size < 1)
    throw new MongoError(5439018, "$dateTrunc requires 'binSize' to be greater than 0");
  return new Date(
    truncate(instantOf(date), unitOf("$dateTrunc", unit), size, zone, weekdayOf(values["startOfWeek"])),
  );
}

function difference(start: number, end: number, unit: string, zone: TimeZone, weekday: number): number {
  const [from, to] = [start, end].map((instant) => new Date(zone.toLocal(instant)));
  if (!from || !to) return 0;
  const months = MONTHS[unit];
  if (months !== undefined) {
    const count = (at: Date): number => Math.floor((at.getUTCFullYear() * 12 + at.getUTCMonth()) / months);
    return count(to) - count(from);
  }
  const days = DAYS[unit];
  if (days !== undefined) {
    const offset = unit === "week" ? REFERENCE + ((weekday - REFERENCE_WEEKDAY + 7) % 7) * DAY : REFERENCE;
    const count = (at: Date): number => Math.floor((at.getTime() - offset) / (days * DAY));
    return count(to) - count(from);
  }
  const size = TIMES[unit] ?? 1;
  const base = zone.toInstant(REFERENCE);
  return Math.floor((end - base) / size) - Math.floor((start - base) / size);
}

function dateDiff(values: Doc): Value {
  const { startDate, endDate, unit } = values;
  const zone = zoneArgument(values["timezone"], hasField(values, "timezone"));
  if (isNullish(startDate) || isNullish(endDate) || isNullish(unit) || !zone) return null;
  const weekday = weekdayOf(values["startOfWeek"]);
  const count = difference(
    instantOf(startDate),
    instantOf(endDate),
    unitOf("$dateDiff", unit),
    zone,
    weekday,
  );
  return Long.fromNumber(count);
}

export const DATE_ARITHMETIC_OPERATORS: Operators = {
  $dateAdd: named("$dateAdd", ["startDate", "unit", "amount"], ["timezone"], add("$dateAdd", 1)),
  $dateSubtract: named(
    "$dateSubtract",
    ["startDate", "unit", "amount"],
    ["timezone"],
    add("$dateSubtract", -1),
  ),
  $dateTrunc: named("$dateTrunc", ["date", "unit"], ["binSize", "timezone", "startOfWeek"], dateTrunc),
  $dateDiff: named("$dateDiff", ["startDate", "endDate", "unit"], ["timezone", "startOfWeek"], dateDiff),
};

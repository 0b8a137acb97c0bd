import { MongoError } from "../errors";
import { isNullish, typeName } from "../bson/value";
import type { Value } from "../bson/value";

/** Converts between instants and wall-clock time; both are milliseconds, wall-clock ones counted as if in UTC. */
export interface TimeZone {
  toLocal(instant: number): number;
  toInstant(local: number): number;
}

const UTC: TimeZone = { toLocal: (instant) => instant, toInstant: (local) => local };

const MINUTE = 60_000;
const OFFSET = /^([+-])(\d{2}):?(\d{2})?$/;

function fixed(offset: number): TimeZone {
  return { toLocal: (instant) => instant + offset, toInstant: (local) => local - offset };
}

function ofRegion(name: string): TimeZone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    era: "short",
  });
  const offsets = new Map<number, number>();
  /** Offsets change at whole quarters of an hour, so one answer serves for each. */
  const offsetAt = (instant: number): number => {
    const quarter = Math.floor(instant / (15 * MINUTE));
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const at = quarter * 15 * MINUTE;
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
    const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
    const local = Date.UTC(
      2000,
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    );
    const offset = new Date(local).setUTCFullYear(year, part("month") - 1, part("day")) - at;
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    toLocal: (instant) => instant + offsetAt(instant),
    toInstant: (local) => {
      const guess = local - offsetAt(local);
      return local - offsetAt(guess);
    },
  };
}

const zones = new Map<string, TimeZone>([
  ["UTC", UTC],
  ["GMT", UTC],
  ["Z", UTC],
]);

/** @throws MongoError 40485 for a name that is no time zone */
export function timeZone(name: string): TimeZone {
  let zone = zones.get(name);
  if (zone) return zone;
  const offset = OFFSET.exec(name);
  if (offset) {
    const [, sign, hours = "0", minutes = "0"] = offset;
    zone = fixed((sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE);
  } else {
    try {
      zone = ofRegion(name);
    } catch {
      throw new MongoError(40485, `unrecognized time zone identifier: "${name}"`);
    }
  }
  zones.set(name, zone);
  return zone;
}

/** The zone of a `timezone` argument: UTC when it is not given, undefined when it is null. */
export function zoneArgument(v: Value, isGiven: boolean): TimeZone | undefined {
  if (!isGiven) return UTC;
  if (isNullish(v)) return undefined;
  if (typeof v !== "string")
    throw new MongoError(40517, `timezone must evaluate to a string, found ${typeName(v)}`);
  return timeZone(v);
}

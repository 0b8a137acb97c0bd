import { MongoError } from "../errors";
import { DAY, HOUR, MINUTE, SECOND, fromIsoWeek, localTime } from "./calendar";
import { timeZone } from "./timezone";
import type { TimeZone } from "./timezone";

function unparsable(text: string, reason = ""): MongoError {
  return new MongoError(241, `Error parsing date string '${text}'${reason === "" ? "" : `; ${reason}`}`);
}

const ISO =
  /^(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ](\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/**
 * Reads a date without a format: ISO 8601 in its usual forms.
 * @param zone where times without a zone of their own are meant; UTC when not given
 * @throws MongoError 241
 */
export function parseDate(text: string, zone?: TimeZone): Date {
  const match = ISO.exec(text.trim());
  if (!match) return parseLoosely(text);
  const [, year, month, day = "1", hour = "0", minute = "0", second = "0", fraction = "", own] = match;
  if (own !== undefined && zone)
    throw unparsable(
      text,
      "passing a time zone identifier as part of the string is not allowed with timezone",
    );
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  checkRanges(text, Number(month), Number(day), Number(hour), Number(minute), Number(second));
  const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
  const local = localTime(Number(year), Number(month) - 1, Number(day), time + ms);
  const where = own === undefined ? (zone ?? timeZone("UTC")) : timeZone(own.toUpperCase());
  return new Date(where.toInstant(local));
}

function parseLoosely(text: string): Date {
  const time = /\d/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw unparsable(text);
  return new Date(time);
}

function checkRanges(
  text: string,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): void {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    throw unparsable(text);
}

interface Parts {
  year: number;
  month: number;
  day: number;
  dayOfYear: number | undefined;
  iso: { year: number; week: number; day: number } | undefined;
  time: number;
  zone: TimeZone | undefined;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** What each format letter reads: its form, and what it sets. */
const FIELDS: Readonly<Record<string, readonly [form: string, set: (parts: Parts, text: string) => void]>> = {
  Y: ["\\d{4}", (parts, text) => (parts.year = Number(text))],
  m: ["\\d{1,2}", (parts, text) => (parts.month = Number(text))],
  d: ["\\d{1,2}", (parts, text) => (parts.day = Number(text))],
  H: ["\\d{1,2}", (parts, text) => (parts.time += Number(text) * HOUR)],
  M: ["\\d{1,2}", (parts, text) => (parts.time += Number(text) * MINUTE)],
  S: ["\\d{1,2}", (parts, text) => (parts.time += Number(text) * SECOND)],
  L: ["\\d{1,3}", (parts, text) => (parts.time += Number(text))],
  j: ["\\d{1,3}", (parts, text) => (parts.dayOfYear = Number(text))],
  b: ["[A-Za-z]{3}", (parts, text) => (parts.month = MONTHS.indexOf(text.toLowerCase()) + 1)],
  B: ["[A-Za-z]+", (parts, text) => (parts.month = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1)],
  G: ["\\d{4}", (parts, text) => (iso(parts).year = Number(text))],
  V: ["\\d{1,2}", (parts, text) => (iso(parts).week = Number(text))],
  u: ["\\d", (parts, text) => (iso(parts).day = Number(text))],
  z: ["[+-]\\d{2}:?\\d{2}|Z", (parts, text) => (parts.zone = timeZone(text))],
  Z: ["[+-]\\d+", (parts, text) => (parts.zone = minutesZone(Number(text)))],
};

function iso(parts: Parts): { year: number; week: number; day: number } {
  return (parts.iso ??= { year: 1970, week: 1, day: 1 });
}

function minutesZone(minutes: number): TimeZone {
  return { toLocal: (instant) => instant + minutes * MINUTE, toInstant: (local) => local - minutes * MINUTE };
}

/** @throws MongoError 241 when the text does not have the format, 18536 for an unknown format letter */
export function parseDateAs(text: string, format: string, zone: TimeZone | undefined): Date {
  const setters: ((parts: Parts, text: string) => void)[] = [];
  const form = format.replace(/%(.)|[\s\S]/g, (token, letter: string | undefined) => {
    if (letter === undefined) return token.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    if (letter === "%") return "%";
    const field = FIELDS[letter];
    if (!field) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
    setters.push(field[1]);
    return `(${field[0]})`;
  });
  const match = new RegExp(`^${form}$`).exec(text);
  if (!match) throw unparsable(text, `does not match format '${format}'`);
  const parts: Parts = {
    year: 1970,
    month: 1,
    day: 1,
    dayOfYear: undefined,
    iso: undefined,
    time: 0,
    zone: undefined,
  };
  setters.forEach((set, i) => set(parts, match[i + 1] ?? ""));
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) throw unparsable(text);
  if (parts.zone && zone) throw unparsable(text, "a time zone in the string is not allowed with timezone");
  return new Date((parts.zone ?? zone ?? timeZone("UTC")).toInstant(midnight(parts) + parts.time));
}

function midnight(parts: Parts): number {
  if (parts.iso) return fromIsoWeek(parts.iso);
  if (parts.dayOfYear !== undefined) return localTime(parts.year, 0, 1) + (parts.dayOfYear - 1) * DAY;
  return localTime(parts.year, parts.month - 1, parts.day);
}

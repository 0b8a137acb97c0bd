import shipped from "@talent/shared/data/calendars.json";
import { createCalendar, type CalendarYear, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { database } from "../../platform/database/connection";
import { CalendarModel, type CalendarDocument, type CalendarVersion } from "./model";

/** What of a stored year decides its days. */
export type StoredYear = Pick<CalendarDocument, "year" | "version" | "activeVersion" | "versions">;

const SHIPPED = new Map<number, CalendarYear>(shipped.years.map((year) => [year.year, year]));

/** Versions of a year before anybody imported one. */
export function shippedVersions(year: number): CalendarVersion[] {
  const found = SHIPPED.get(year);
  if (found === undefined) return [];
  const { source, off, makeUpWork } = found;
  return [{ number: 0, source, off, makeUpWork, sample: false }];
}

export function shippedYears(): number[] {
  return [...SHIPPED.keys()];
}

/** The version in force, if the year is published. */
export function activeVersion(stored: StoredYear): CalendarVersion | undefined {
  return stored.versions.find(({ number }) => number === stored.activeVersion);
}

/** A year as it would be with this version in force; absent = not published. */
export function withVersion(
  years: readonly CalendarYear[],
  year: number,
  version: CalendarVersion | undefined,
): CalendarYear[] {
  const others = years.filter((each) => each.year !== year);
  if (version === undefined) return others;
  const { source, off, makeUpWork } = version;
  return [...others, { year, source, off, makeUpWork }];
}

/** Every published year: what is stored goes before what is shipped. */
export function yearsInForce(stored: readonly StoredYear[]): CalendarYear[] {
  return stored.reduce<CalendarYear[]>(
    (years, each) => withVersion(years, each.year, activeVersion(each)),
    [...SHIPPED.values()],
  );
}

/** Names the versions in force; two processes with the same name count the same. */
export function versionName(stored: readonly StoredYear[]): string {
  const numbers = new Map(shippedYears().map((year) => [year, "0"]));
  for (const each of stored) numbers.set(each.year, String(each.activeVersion ?? "-"));
  return [...numbers]
    .sort(([a], [b]) => a - b)
    .map(([year, number]) => `${year}.${number}`)
    .join(" ");
}

export function calendarOf(stored: readonly StoredYear[]): WorkingCalendar {
  return createCalendar(yearsInForce(stored), versionName(stored));
}

/** The stored years; some ten rows. Straight from the driver, which does not wait for a database that is away. */
export function storedYears(): Promise<CalendarDocument[]> {
  return database()
    .collection<CalendarDocument>(CalendarModel.collection.collectionName)
    .find()
    .sort({ year: 1 })
    .toArray();
}

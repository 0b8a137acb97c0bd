import { addDays } from "@talent/shared/calendar/dates";
import type { CalendarVersionView, CalendarYearView } from "@talent/shared/contract/schemas/calendars";
import { createCalendar, type CalendarYear } from "@talent/shared/calendar/workingDays";
import type { CalendarVersion } from "./model";
import type { CalendarDocument } from "./model";
import { activeVersion, shippedVersions, withVersion } from "./years";

/** Days of a year, those that count, and those that count otherwise than by weekends alone. */
export function dayCounts(year: number, version: CalendarVersion | undefined) {
  const calendar = createCalendar(withVersion([], year, version), "");
  const weekends = createCalendar([], "");
  let [total, working, different] = [0, 0, 0];
  for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = addDays(on, 1)) {
    total += 1;
    const { counts, kind } = calendar.day(on);
    if (counts) working += 1;
    if (kind !== weekends.day(on).kind) different += 1;
  }
  return { total, working, different };
}

/** Every day that a list of `MM-DD` and `MM-DD..MM-DD` names, as `MM-DD`. */
export function singleDays(year: number, spans: CalendarYear["off"]): string[] {
  return spans.flatMap((span) => {
    const [first = "", last = first] = span.split("..");
    const days: string[] = [];
    for (let on = `${year}-${first}`; on <= `${year}-${last}`; on = addDays(on, 1)) days.push(on.slice(5));
    return days;
  });
}

export function presentVersion(
  year: number,
  version: CalendarVersion,
): Omit<CalendarVersionView, "number" | "active"> {
  return {
    source: version.source,
    link: version.link,
    publishedOn: version.publishedOn,
    sample: version.sample,
    off: singleDays(year, version.off),
    makeUpWork: singleDays(year, version.makeUpWork),
    workingDays: dayCounts(year, version).working,
    importedBy: version.importedByName,
    importedAt: version.importedAt?.toISOString(),
  };
}

/** A year that nobody has changed: as shipped, or without a calendar. */
export function untouchedYear(
  year: number,
): Pick<CalendarDocument, "year" | "version" | "versions" | "activeVersion"> {
  const versions = shippedVersions(year);
  return { year, version: 0, versions, activeVersion: versions[0]?.number };
}

export function presentYear(
  stored: Pick<CalendarDocument, "year" | "version" | "versions" | "activeVersion" | "recompute">,
): CalendarYearView {
  const { year, version, versions, recompute } = stored;
  const active = activeVersion(stored);
  return {
    year,
    version,
    published: active !== undefined,
    workingDays: dayCounts(year, active).working,
    versions: [...versions].reverse().map((each) => ({
      number: each.number,
      active: each.number === active?.number,
      ...presentVersion(year, each),
    })),
    recompute: recompute && {
      state: recompute.state,
      moved: recompute.moved,
      askedAt: recompute.askedAt.toISOString(),
      told: recompute.tell,
    },
  };
}

import type * as z from "zod/mini";
import { readCalendarFile } from "@talent/shared/calendar/calendarFile";
import type { CalendarPreview, previewCalendarBody } from "@talent/shared/contract/schemas/calendars";
import { createCalendar } from "@talent/shared/calendar/workingDays";
import { invalidField } from "../../platform/errors";
import type { CalendarContext } from "./context";
import type { CalendarVersion } from "./model";
import { dayCounts, presentVersion, untouchedYear } from "./presenter";
import { activeVersion, storedYears, withVersion, yearsInForce, type StoredYear } from "./years";

const PAGE_SIZE = 14;

type Input = z.output<typeof previewCalendarBody>;

interface Proposal {
  year: number;
  version: CalendarVersion | undefined;
}

function emptyPreview(page: number): CalendarPreview {
  return { problems: [], page, pageSize: PAGE_SIZE, items: [] };
}

function restored(stored: StoredYear, number: number): Proposal {
  const version = stored.versions.find((each) => each.number === number);
  if (version === undefined && number >= 0) throw invalidField("body.restore.number", "unknown");
  return { year: stored.year, version };
}

/**
 * What a calendar would change, page by page. Nothing is written.
 * @throws AppError `invalid_input` when there is neither a file nor a version
 */
export async function previewCalendar(
  { platform, moves }: CalendarContext,
  { text, restore, page }: Input,
  now: Date,
): Promise<CalendarPreview> {
  const reading = text === undefined ? undefined : readCalendarFile(text);
  if (reading !== undefined && reading.file === undefined)
    return { ...emptyPreview(page), problems: [...reading.problems] };
  const years = await storedYears();
  const yearOf = (year: number): StoredYear =>
    years.find((each) => each.year === year) ?? untouchedYear(year);
  const proposal =
    reading !== undefined
      ? { year: reading.file.year, version: { ...reading.file, number: 0 } }
      : restore === undefined
        ? undefined
        : restored(yearOf(restore.year), restore.number);
  if (proposal === undefined) throw invalidField("body.text", "required");
  const { year, version } = proposal;
  const stored = yearOf(year);
  await platform.calendar.refresh();
  const proposed = createCalendar(withVersion(yearsInForce(years), year, version), "proposed");
  return {
    ...emptyPreview(page),
    year,
    version: stored.version,
    proposed: version && presentVersion(year, version),
    replacesWeekends: activeVersion(stored) === undefined,
    days: dayCounts(year, version),
    ...(await moves.preview(proposed, year, now, { page, size: PAGE_SIZE })),
  };
}

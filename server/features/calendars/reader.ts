import { PUBLISHED_CALENDAR, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { Logger } from "pino";
import type { CalendarSource } from "../../platform/calendar";
import { createLoop } from "../../platform/jobs/loop";
import { calendarOf, storedYears, versionName } from "./years";

const READ_EVERY_MS = 2_000;

/** Reads the years in force again and again, so that a change shows in every process within two seconds. */
export interface CalendarReader extends CalendarSource {
  /** The first reading, and from then on one every two seconds. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createCalendarReader(log: Logger): CalendarReader {
  let known: WorkingCalendar = PUBLISHED_CALENDAR;

  async function refresh(): Promise<WorkingCalendar> {
    const stored = await storedYears();
    if (versionName(stored) !== known.version) known = calendarOf(stored);
    return known;
  }
  const loop = createLoop({
    name: "calendars.read",
    everyMs: READ_EVERY_MS,
    log,
    run: async () => {
      await refresh();
      return false;
    },
  });
  return {
    current: () => known,
    refresh,
    async start() {
      await refresh();
      loop.start();
    },
    stop: () => loop.stop(),
  };
}

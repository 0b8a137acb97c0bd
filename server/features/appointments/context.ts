import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { Reader } from "../../platform/auth/reader";
import type { Platform } from "../../platform/platform";

/** What every use case of the feature works with. */
export interface AppointmentContext {
  platform: Platform;
  /** The calendar as it is now. */
  readonly calendar: WorkingCalendar;
}

export function createAppointmentContext(platform: Platform): AppointmentContext {
  return {
    platform,
    get calendar() {
      return platform.calendar.current();
    },
  };
}

export interface Moment {
  context: AppointmentContext;
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

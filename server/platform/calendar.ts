import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";

/** The working days as an administrator has published them last. */
export interface CalendarSource {
  /** As read at most two seconds ago; before the first reading the calendar shipped with the product. */
  current(): WorkingCalendar;
  /** Reads it again now. */
  refresh(): Promise<WorkingCalendar>;
}

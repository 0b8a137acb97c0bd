import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { DueMove } from "@talent/shared/contract/schemas/calendars";
import type { Platform } from "../../platform/platform";

/** How many cases a calendar moves. */
export type MoveCounts = Record<
  "moved" | "later" | "earlier" | "becomesLate" | "talents" | "staff" | "dueBefore" | "unmoved" | "stopped",
  number
>;

/** What the feature needs of others; put together in `features.ts`. */
export interface CalendarNeeds {
  moves: {
    /** Cases whose date would move under this calendar. Writes nothing. */
    preview(
      calendar: WorkingCalendar,
      year: number,
      now: Date,
      page: { page: number; size: number },
    ): Promise<{ counts: MoveCounts; items: DueMove[] }>;
    /** Writes the due times by the calendar in force. @returns how many moved */
    recompute(year: number, told: { tell: boolean; source: string }, now: Date): Promise<number>;
  };
}

export interface CalendarContext extends CalendarNeeds {
  platform: Platform;
}

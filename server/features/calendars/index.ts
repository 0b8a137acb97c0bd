import type { FeatureParts, Platform } from "../../platform/platform";
import type { CalendarNeeds } from "./context";
import { recomputeJob } from "./job";
import { CalendarModel } from "./model";
import { calendarHandlers } from "./routes";

export { recomputeDueTimes } from "./job";
export { CalendarModel } from "./model";
export { createCalendarReader } from "./reader";

/** Working calendars by year: what is in force, what was, and the due times that follow from a change. */
export function createCalendars(
  platform: Platform,
  needs: CalendarNeeds,
): FeatureParts<keyof ReturnType<typeof calendarHandlers>> {
  const context = { ...needs, platform };
  return { handlers: calendarHandlers(context), models: [CalendarModel], jobs: [recomputeJob(context)] };
}

import { PUBLISHED_CALENDAR, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { createRequestContext, type RequestContext } from "../../server/features/requests/context";
import { createLogger } from "../../server/platform/logging/logger";
import type { Platform } from "../../server/platform/platform";

/** The requests feature's own context, for running its jobs by hand; each is a worker of its own. */
export function requestContext(calendar: WorkingCalendar = PUBLISHED_CALENDAR): RequestContext {
  const platform: Partial<Platform> = {
    calendar: { current: () => calendar, refresh: () => Promise.resolve(calendar) },
    log: createLogger("silent"),
    outbox: { nudge: () => undefined, onNudge: () => undefined },
  };
  return createRequestContext(platform as Platform, {
    scanForIntake: () => Promise.reject(new Error("no intake here")),
  });
}

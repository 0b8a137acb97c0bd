import { PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { createRequestContext } from "../../server/features/requests/context";
import { takeoverJob } from "../../server/features/requests/takeover/settle";
import type { JobDefinition } from "../../server/platform/jobs/job";
import type { Platform } from "../../server/platform/platform";

/** The job that lets cases follow whoever is on duty, to be run at a chosen time instead of every two minutes. */
export function takeovers(): JobDefinition {
  const platform = {
    outbox: { nudge: () => undefined },
    calendar: { current: () => PUBLISHED_CALENDAR },
  } as unknown as Platform;
  return takeoverJob(createRequestContext(platform));
}

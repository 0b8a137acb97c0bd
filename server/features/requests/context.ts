import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { DEFAULT_LIMITS, type LimitSettings } from "@talent/shared/domain/limits";
import type { Platform } from "../../platform/platform";
import { createNumberSource } from "./numbers";
import { createSpecialistDirectory, type SpecialistDirectory } from "./specialists";

/** What every use case of the feature works with. */
export interface RequestContext {
  platform: Platform;
  /** The calendar as it is now. */
  readonly calendar: WorkingCalendar;
  limits: LimitSettings;
  numbers: { next(now: Date): Promise<string> };
  specialists: SpecialistDirectory;
}

export function createRequestContext(platform: Platform): RequestContext {
  return {
    platform,
    get calendar() {
      return platform.calendar.current();
    },
    limits: DEFAULT_LIMITS,
    numbers: createNumberSource(),
    specialists: createSpecialistDirectory(),
  };
}

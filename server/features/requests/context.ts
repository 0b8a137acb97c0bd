import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import { DEFAULT_LIMITS, type LimitSettings } from "@talent/shared/domain/limits";
import { AppError } from "../../platform/errors";
import type { Platform } from "../../platform/platform";
import type { Reader } from "../../platform/auth/reader";
import { createNumberSource } from "./numbers";
import { createSpecialistDirectory, type SpecialistDirectory } from "./specialists";

/** What the feature needs of the others. */
export interface RequestNeeds {
  /**
   * Whose code this person scanned to take a request in.
   * @throws AppError `scan_needed` for a scan that is not theirs or lies too far back
   */
  scanForIntake(reader: Reader, scanId: string, now: Date): Promise<{ talentId: string }>;
}

/** For parts that take nothing in at a window. */
const WITHOUT_SCANS: RequestNeeds = {
  scanForIntake: () => Promise.reject(new AppError("scan_needed", "nothing is taken in here")),
};

/** What every use case of the feature works with. */
export interface RequestContext extends RequestNeeds {
  platform: Platform;
  /** The calendar as it is now. */
  readonly calendar: WorkingCalendar;
  limits: LimitSettings;
  numbers: { next(now: Date): Promise<string> };
  specialists: SpecialistDirectory;
}

export function createRequestContext(
  platform: Platform,
  needs: RequestNeeds = WITHOUT_SCANS,
): RequestContext {
  return {
    ...needs,
    platform,
    get calendar() {
      return platform.calendar.current();
    },
    limits: DEFAULT_LIMITS,
    numbers: createNumberSource(),
    specialists: createSpecialistDirectory(),
  };
}

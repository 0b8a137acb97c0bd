import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { Reader } from "../../platform/auth/reader";
import type { Platform } from "../../platform/platform";

/** Somebody whose code was verified at the counter. */
export interface VerifiedPerson {
  talentId: string;
  itemId?: string | undefined;
}

/** What the feature needs of others; put together in `features.ts`. */
export interface CounterNeeds {
  /** The talent of a scanned code. Throws `not_found` when this reader has no such scan. */
  scanForIntake(reader: Reader, scanId: string, now: Date): Promise<VerifiedPerson>;
}

/** What every use case of the feature works with. */
export interface CounterContext extends CounterNeeds {
  platform: Platform;
  /** The calendar as it is now. */
  readonly calendar: WorkingCalendar;
}

export function createCounterContext(platform: Platform, needs: CounterNeeds): CounterContext {
  return {
    platform,
    get calendar() {
      return platform.calendar.current();
    },
    ...needs,
  };
}

/** Who acts, when, and with which `Idempotency-Key`. */
export interface Moment {
  reader: Reader;
  now: Date;
  commandKey: string | undefined;
}

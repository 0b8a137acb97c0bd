import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { Platform } from "../../platform/platform";

/** What the feature needs of others; put together in `features.ts`. */
export interface PostNeeds {
  calendar(): WorkingCalendar;
  /** Lets the open cases of a post follow whoever is on duty now. */
  settle(postId: string, now: Date): Promise<void>;
  /** Open cases by post. */
  openCases(postIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Open cases of a post that are due on one of these days. */
  casesDueOn(postId: string, days: readonly string[]): Promise<number>;
}

export interface PostContext extends PostNeeds {
  platform: Platform;
}

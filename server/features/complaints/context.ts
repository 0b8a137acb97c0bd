import type { Platform } from "../../platform/platform";
import type { ClockSettings } from "./rules/clock";
import type { StaffDirectory } from "./staff";

/** What every use case of the feature works with. */
export interface ComplaintContext {
  platform: Platform;
  /** The calendar and the limits that hold now. */
  settings(): ClockSettings;
  staff: StaffDirectory;
}

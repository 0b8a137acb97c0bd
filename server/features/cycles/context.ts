import type { Platform } from "../../platform/platform";
import type { CyclePeople } from "./people";
import type { VerificationSources } from "./sources/port";

/** What every use case of the feature works with. */
export interface CycleContext {
  platform: Platform;
  people: CyclePeople;
  sources: VerificationSources;
}

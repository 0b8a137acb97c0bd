import type { cycleEndpoints } from "@talent/shared/contract/endpoints/cycles";
import type { FeatureParts, Platform } from "../../platform/platform";
import { ownedFiles } from "./commands/attachments";
import type { CycleContext } from "./context";
import { CycleModel } from "./model";
import { createCyclePeople } from "./people";
import { cycleHandlers } from "./routes";
import type { VerificationSources } from "./sources/port";
import { lapsedCycleNotices } from "./sweep/lapsed";
import { cycleStagesJob } from "./sweep/sweep";

export { CycleModel } from "./model";
export { connectSources } from "./sources/connect";
export { NOT_CONNECTED } from "./sources/notConnected";
export type { VerificationSources } from "./sources/port";
export { isIntact as cycleIsIntact } from "./timeline";

/** What cycles need of others. */
export interface CycleNeeds {
  sources: VerificationSources;
}

/** What the use cases of cycles work with. */
export function createCycleContext(platform: Platform, { sources }: CycleNeeds): CycleContext {
  return { platform, sources, people: createCyclePeople() };
}

/** Service cycles 服务周期: dynamic management over three years (DB50/T 1733 §5.3). */
export function createCycles(
  platform: Platform,
  needs: CycleNeeds,
): FeatureParts<keyof typeof cycleEndpoints> {
  const context = createCycleContext(platform, needs);
  return {
    models: [CycleModel],
    outboxes: [{ kind: "cycle", model: CycleModel as never, lapsed: lapsedCycleNotices }],
    jobs: [cycleStagesJob(context)],
    handlers: cycleHandlers(context),
    ownedFiles,
  };
}

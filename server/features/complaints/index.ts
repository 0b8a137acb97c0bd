import type { complaintEndpoints } from "@talent/shared/contract/endpoints/complaints";
import { DEFAULT_COMPLAINT_LIMITS } from "@talent/shared/domain/complaints";
import { TELLING_HOURS } from "@talent/shared/domain/escalation";
import { DEFAULT_LIMITS } from "@talent/shared/domain/limits";
import type { FeatureParts, Platform } from "../../platform/platform";
import type { ComplaintContext } from "./context";
import { ComplaintModel } from "./model";
import { complaintHandlers } from "./routes";
import { createStaffDirectory } from "./staff";
import { complaintClockJob } from "./sweep";

export { ComplaintModel } from "./model";
export { isIntact as complaintIsIntact } from "./timeline";

/** What the use cases of complaints work with. */
export function createComplaintContext(platform: Platform): ComplaintContext {
  return {
    platform,
    settings: () => ({
      calendar: platform.calendar.current(),
      limits: DEFAULT_COMPLAINT_LIMITS,
      closeOfDay: DEFAULT_LIMITS.closeOfDay,
      hours: TELLING_HOURS,
    }),
    staff: createStaffDirectory(),
  };
}

/** Complaints and suggestions with their own lifecycle (DB50/T 1733 §6.5.4). */
export function createComplaints(platform: Platform): FeatureParts<keyof typeof complaintEndpoints> {
  const context = createComplaintContext(platform);
  return {
    models: [ComplaintModel],
    outboxes: [{ kind: "complaint", model: ComplaintModel as never }],
    jobs: [complaintClockJob(context)],
    handlers: complaintHandlers(context),
  };
}

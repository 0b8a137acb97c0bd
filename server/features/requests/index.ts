import type { FeatureParts, Platform } from "../../platform/platform";
import { DepartmentModel, PostModel } from "../posts/index";
import { createRequestContext } from "./context";
import { lapsedClockNotices } from "./limits/lapsed";
import { clockJob } from "./limits/sweep";
import { RequestModel } from "./model";
import { createBoardHandlers } from "./routes/board";
import { createPostHandlers } from "./routes/posts";
import { createReadingHandlers } from "./routes/reading";
import { createRequesterHandlers } from "./routes/requesterActions";
import { createStaffHandlers } from "./routes/staffActions";

export { RequestModel } from "./model";
export type { RequestDocument } from "./document";
export { isIntact } from "./timeline";

type RequestEndpoints =
  | keyof ReturnType<typeof createReadingHandlers>
  | keyof ReturnType<typeof createRequesterHandlers>
  | keyof ReturnType<typeof createStaffHandlers>
  | keyof ReturnType<typeof createBoardHandlers>
  | keyof ReturnType<typeof createPostHandlers>;

/** Service requests from the form to the rating, the board of the staff, and where work is dispatched to. */
export function createRequests(platform: Platform): FeatureParts<RequestEndpoints> {
  const context = createRequestContext(platform);
  return {
    handlers: {
      ...createReadingHandlers(context),
      ...createRequesterHandlers(context),
      ...createStaffHandlers(context),
      ...createBoardHandlers(context),
      ...createPostHandlers(),
    },
    models: [RequestModel, PostModel, DepartmentModel],
    outboxes: [{ kind: "request", model: RequestModel as never, lapsed: lapsedClockNotices }],
    jobs: [clockJob(context)],
  };
}

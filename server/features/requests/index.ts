import type { FeatureParts, Platform } from "../../platform/platform";
import type { PostNeeds } from "../posts/index";
import { createRequestContext, type RequestNeeds } from "./context";
import { lapsedClockNotices } from "./limits/lapsed";
import { createDueMoves, type DueMoves } from "./limits/moves";
import { clockJob } from "./limits/sweep";
import { RequestModel } from "./model";
import { ownedFiles } from "./ownedFiles";
import { createBoardHandlers } from "./routes/board";
import { createIntakeHandlers, createSharedWorkHandlers, createTimeHandlers } from "./routes/caseWork";
import { createPostHandlers } from "./routes/posts";
import { createReadingHandlers } from "./routes/reading";
import { createRequesterHandlers } from "./routes/requesterActions";
import { createStaffHandlers } from "./routes/staffActions";
import { casesDueOn, openCases } from "./takeover/counts";
import { createHandoverHandlers } from "./takeover/routes";
import { settlePost, takeoverJob } from "./takeover/settle";

export { RequestModel } from "./model";
export type { RequestDocument } from "./document";
export { isIntact } from "./timeline";

type RequestEndpoints =
  | keyof ReturnType<typeof createReadingHandlers>
  | keyof ReturnType<typeof createRequesterHandlers>
  | keyof ReturnType<typeof createStaffHandlers>
  | keyof ReturnType<typeof createBoardHandlers>
  | keyof ReturnType<typeof createTimeHandlers>
  | keyof ReturnType<typeof createSharedWorkHandlers>
  | keyof ReturnType<typeof createIntakeHandlers>
  | keyof ReturnType<typeof createPostHandlers>
  | keyof ReturnType<typeof createHandoverHandlers>;

export interface RequestsFeature extends FeatureParts<RequestEndpoints> {
  /** What the feature of posts needs to know of requests. */
  ofPosts: PostNeeds;
  /** Due times under another calendar. */
  dueMoves: DueMoves;
}

/** Service requests from the form to the rating, the board of the staff, and where work is dispatched to. */
export function createRequests(platform: Platform, needs: RequestNeeds): RequestsFeature {
  const context = createRequestContext(platform, needs);
  return {
    handlers: {
      ...createReadingHandlers(context),
      ...createRequesterHandlers(context),
      ...createStaffHandlers(context),
      ...createBoardHandlers(context),
      ...createTimeHandlers(context),
      ...createSharedWorkHandlers(context),
      ...createIntakeHandlers(context),
      ...createPostHandlers(context),
      ...createHandoverHandlers(context),
    },
    models: [RequestModel],
    ownedFiles,
    outboxes: [{ kind: "request", model: RequestModel as never, lapsed: lapsedClockNotices }],
    jobs: [clockJob(context), takeoverJob(context)],
    dueMoves: createDueMoves(context),
    ofPosts: {
      calendar: () => context.calendar,
      settle: (postId, now) => settlePost(context, postId, now),
      openCases,
      casesDueOn,
    },
  };
}

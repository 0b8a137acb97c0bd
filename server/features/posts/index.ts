import type { FeatureParts, Platform } from "../../platform/platform";
import type { PostContext, PostNeeds } from "./context";

import { handoverHandlers } from "./handovers/routes";
import { HandoverModel } from "./handovers/model";
import { departmentHandlers } from "./keeping/departments";
import { DepartmentModel, PostModel } from "./model";
import { postHandlers } from "./routes";
import { RoutingRuleModel } from "./routing/model";
import { routingHandlers } from "./routing/routes";

export type { PostNeeds } from "./context";
export { DepartmentModel, PostModel } from "./model";
export type { DepartmentDocument, PendingHandover, PostDocument, PostHolder } from "./model";
export { forgetPosts, readPosts } from "./directory";
export { newPost } from "./newPost";
export { mayTake, suitablePosts, type CaseFacts } from "./rules";
export {
  coveredBy,
  endPendingHandover,
  needsSettling,
  nextSettling,
  postsToSettle,
  settleDuty,
} from "./duty";
export { HandoverModel, type HandoverDocument } from "./handovers/model";
export { beginHandover, countLateCases, finishHandover, visibleHandover } from "./handovers/commands";
export { RoutingRuleModel, type RoutingRuleDocument } from "./routing/model";
export { forgetRules, readRules } from "./routing/directory";
export { chooseRoute, type Route } from "./routing/rules";

type PostEndpoints =
  | keyof ReturnType<typeof postHandlers>
  | keyof ReturnType<typeof handoverHandlers>
  | keyof ReturnType<typeof departmentHandlers>
  | keyof ReturnType<typeof routingHandlers>;

/** Posts with A and B holders, their absences, what is handed over, and the rules by which requests find a post. */
export function createPosts(platform: Platform, needs: PostNeeds): FeatureParts<PostEndpoints> {
  const context: PostContext = { ...needs, platform };
  return {
    handlers: {
      ...postHandlers(context),
      ...handoverHandlers(),
      ...departmentHandlers(),
      ...routingHandlers(context),
    },
    models: [PostModel, DepartmentModel, HandoverModel, RoutingRuleModel],
    outboxes: [
      { kind: "post", model: PostModel as never },
      { kind: "handover", model: HandoverModel as never },
    ],
  };
}

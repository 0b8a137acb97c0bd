import { applicableRules, type RouteReason, type RuleConditions } from "@talent/shared/domain/posts";
import { LEVELS_SERVING } from "@talent/shared/domain/talents";
import {
  mayTake,
  suitability,
  suitablePosts,
  SUGGESTED_FROM,
  type CaseFacts,
  type PostFacts,
} from "../rules";

/** What of a post matters to routing. */
export interface RoutedPost extends PostFacts {
  _id: { toHexString(): string };
  status: "active" | "closed";
  isDefault: boolean;
}

/** Where a request goes and why. */
export interface Route<P, R> {
  post: P;
  reason: RouteReason;
  /** Present where a rule decided. */
  rule?: R;
}

/**
 * Where a request goes: by the most specific rule whose post may take it; else to the post that handles the item; else
 * to the default post of the talent's district, or of the municipal level (DB50/T 1733 §6.1.2, §6.2.2).
 */
export function chooseRoute<P extends RoutedPost, R extends RuleConditions & { postId: string }>(
  request: CaseFacts,
  rules: readonly R[],
  posts: readonly P[],
  on: string,
): Route<P, R> | undefined {
  const able = posts.filter((post) => post.status === "active" && mayTake(post, request));
  const levels = request.levels.filter((level) => LEVELS_SERVING[request.category].includes(level));
  for (const rule of applicableRules(rules, { ...request, levels }, on)) {
    const post = able.find(({ _id }) => _id.toHexString() === rule.postId);
    if (post !== undefined) return { post, reason: "rule", rule };
  }
  const [best] = suitablePosts(able, request);
  if (best !== undefined && suitability(best, request) >= SUGGESTED_FROM)
    return { post: best, reason: "handlesItem" };
  const spare = suitablePosts(
    able.filter(({ isDefault }) => isDefault),
    request,
  )[0];
  return spare === undefined ? undefined : { post: spare, reason: "default" };
}

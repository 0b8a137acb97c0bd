import { dateInShanghai } from "@talent/shared/calendar/dates";
import { invalidField } from "../../../platform/errors";
import { readCatalogue } from "../../catalogue/index";
import {
  chooseRoute,
  readPosts,
  readRules,
  type CaseFacts,
  type PostDocument,
  type Route,
  type RoutingRuleDocument,
} from "../../posts/index";
import type { RequestDocument } from "../document";

export type RequestRoute = Route<PostDocument, RoutingRuleDocument>;

/** What of a request decides where it goes. */
export async function caseFacts(request: RequestDocument): Promise<CaseFacts> {
  const version = (await readCatalogue()).version(request.item.id, request.item.version);
  return {
    category: request.applicant.category,
    districtCode: request.applicant.districtCode,
    itemCode: request.item.code,
    levels: version?.levels ?? [],
  };
}

/** Where a request goes today and why; undefined where no post may take it. */
export async function routeOf(request: RequestDocument, now: Date): Promise<RequestRoute | undefined> {
  const todayOn = dateInShanghai(now);
  const [facts, rules, directory] = await Promise.all([caseFacts(request), readRules(todayOn), readPosts()]);
  return chooseRoute(facts, rules, directory.posts, todayOn);
}

/**
 * The reason that goes into the history when a specialist sends a case elsewhere than its rule says.
 * @throws AppError `invalid_input` when a rule applied and no reason is given
 */
export function overrideReasonOf(
  route: RequestRoute | undefined,
  postId: string,
  reason: string | undefined,
): string | undefined {
  if (route?.reason !== "rule" || route.post._id.toHexString() === postId) return undefined;
  if (reason === undefined) throw invalidField("body.overrideReason", "required");
  return reason;
}

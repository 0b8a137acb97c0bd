import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { onDuty } from "@talent/shared/domain/posts";
import type { Handlers } from "../../../platform/http/handler";
import { readPosts, suitablePosts, type PostDocument } from "../../posts/index";
import type { RequestContext } from "../context";
import { visibleRequest } from "../loading";
import { caseFacts, routeOf, type RequestRoute } from "../routing/route";
import { openCases } from "../takeover/counts";

/** Posts that can be chosen, and the one that is suggested. */
interface Choices {
  posts: readonly PostDocument[];
  route?: RequestRoute | undefined;
}

async function presentPosts(
  context: RequestContext,
  { posts, route }: Choices,
  now: Date,
): Promise<PostChoice[]> {
  const open = await openCases(posts.map((post) => post._id.toHexString()));
  const todayOn = dateInShanghai(now);
  return posts.map((post) => {
    const id = post._id.toHexString();
    const suggested = post === route?.post;
    return {
      id,
      name: post.name,
      departmentId: post.departmentId,
      departmentName: post.departmentName,
      districtCode: post.districtCode,
      holderName: onDuty(post, todayOn, context.calendar)?.name ?? "",
      suggested,
      ...(suggested ? { because: route.reason, ruleNote: route.rule?.note } : {}),
      openCases: open.get(id) ?? 0,
    };
  });
}

/** Posts for a dispatch: of one request the suggested first, then the most suitable; else all. */
export function createPostHandlers(context: RequestContext): Handlers<"posts.list"> {
  return {
    "posts.list": async ({ reader, query, now }) => {
      const active = (await readPosts()).posts.filter(({ status }) => status === "active");
      if (query.requestId === undefined)
        return { items: await presentPosts(context, { posts: active }, now), overrideNeedsReason: false };
      const request = await visibleRequest(reader, query.requestId);
      const route = await routeOf(request, now);
      const suitable = suitablePosts(active, await caseFacts(request));
      const posts =
        route === undefined ? suitable : [route.post, ...suitable.filter((post) => post !== route.post)];
      return {
        items: await presentPosts(context, { posts, route }, now),
        overrideNeedsReason: route?.reason === "rule",
      };
    },
  };
}

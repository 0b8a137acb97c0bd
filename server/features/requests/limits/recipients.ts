import type { ToldRelation } from "@talent/shared/domain/escalation";
import { readPosts } from "../../posts/index";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { keysOf } from "../scopes";
import type { Watched } from "./watchedParts";

type Found = readonly (string | undefined)[] | Promise<readonly (string | undefined)[]>;
type Finder = (request: RequestDocument, context: RequestContext, watched: Watched) => Found;

const FIND: Readonly<Record<ToldRelation, Finder>> = {
  requester: ({ requesterAccountId }) => [requesterAccountId],
  holder: ({ holder }) => [holder?.accountId],
  async coHolder({ postId, holder }) {
    if (postId === undefined) return [];
    const post = (await readPosts()).post(postId);
    return (post?.holders ?? []).map(({ accountId }) => accountId).filter((id) => id !== holder?.accountId);
  },
  specialist: (request, { specialists }) =>
    request.specialist === undefined ? specialists.covering(keysOf(request)) : [request.specialist.accountId],
  supervisor: (request, { specialists }) => specialists.covering(keysOf(request).slice(0, 1)),
  async departmentHead({ departmentId }) {
    if (departmentId === undefined) return [];
    const { posts } = await readPosts();
    return posts
      .filter((post) => post.isDefault && post.departmentId === departmentId)
      .flatMap(({ holders }) => holders.map(({ accountId }) => accountId));
  },
  asked: (_request, _context, { asked }) => [asked?.accountId],
  asker: (_request, _context, { askerId }) => [askerId],
};

/** Account ids of those who stand in this relation to the request, or to the part of it that is watched, now. */
export async function recipientsOf(
  relation: ToldRelation,
  request: RequestDocument,
  context: RequestContext,
  watched: Watched,
): Promise<string[]> {
  const found = await FIND[relation](request, context, watched);
  return found.filter((id) => id !== undefined);
}

import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import type { Reader } from "../../../platform/auth/reader";
import type { Handlers } from "../../../platform/http/handler";
import { readCatalogue } from "../../catalogue/index";
import {
  onDuty,
  readPosts,
  suitability,
  suitablePosts,
  SUGGESTED_FROM,
  type CaseFacts,
  type PostDocument,
} from "../../posts/index";
import type { RequestDocument } from "../document";
import { visibleRequest } from "../loading";
import { RequestModel } from "../model";
import type { LaneKey } from "../rules/lanes";

const OPEN_AT_POST: LaneKey = "active";

async function caseFacts(request: RequestDocument): Promise<CaseFacts> {
  const version = (await readCatalogue()).version(request.item.id, request.item.version);
  return {
    category: request.applicant.category,
    districtCode: request.applicant.districtCode,
    itemCode: request.item.code,
    levels: version?.levels ?? [],
  };
}

/** Open cases at each of these posts, from the index of posts alone. */
async function openCases(postIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await RequestModel.aggregate<{ _id: string; count: number }>([
    { $match: { postId: { $in: [...postIds] }, laneKey: OPEN_AT_POST } },
    { $group: { _id: "$postId", count: { $sum: 1 } } },
  ]).exec();
  return new Map(rows.map((row) => [row._id, row.count]));
}

async function presentPosts(
  posts: readonly PostDocument[],
  suggestedId: string | undefined,
): Promise<PostChoice[]> {
  const open = await openCases(posts.map((post) => post._id.toHexString()));
  return posts.map((post) => {
    const id = post._id.toHexString();
    return {
      id,
      name: post.name,
      departmentId: post.departmentId,
      departmentName: post.departmentName,
      districtCode: post.districtCode,
      holderName: onDuty(post)?.name ?? "",
      suggested: id === suggestedId,
      openCases: open.get(id) ?? 0,
    };
  });
}

async function postsFor(reader: Reader, requestId: string): Promise<PostChoice[]> {
  const facts = await caseFacts(await visibleRequest(reader, requestId));
  const posts = suitablePosts((await readPosts()).posts, facts);
  const best = posts[0];
  const suggested = best !== undefined && suitability(best, facts) >= SUGGESTED_FROM ? best : undefined;
  return presentPosts(posts, suggested?._id.toHexString());
}

/** Posts for a dispatch: of one request the most suitable first, else all. */
export function createPostHandlers(): Handlers<"posts.list"> {
  return {
    "posts.list": async ({ reader, query }) => {
      if (query.requestId !== undefined) return { items: await postsFor(reader, query.requestId) };
      return { items: await presentPosts((await readPosts()).posts, undefined) };
    },
  };
}

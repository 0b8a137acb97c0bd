import { LEVELS_SERVING, type Category, type ServiceLevel } from "@talent/shared/domain/talents";

/** The facts of a post that decide whether it suits a request. */
export interface PostFacts {
  level: ServiceLevel;
  districtCode?: string | undefined;
  itemCodes: readonly string[];
}

/** The facts of a request that decide where it goes. */
export interface CaseFacts {
  category: Category;
  districtCode: string;
  itemCode: string;
  /** Levels that serve the item. */
  levels: readonly ServiceLevel[];
}

/** Whether a post may take the request at all: its level serves item and category, its district is the talent's (§6.1.2). */
export function mayTake(post: PostFacts, request: Pick<CaseFacts, "category" | "districtCode">): boolean {
  if (!LEVELS_SERVING[request.category].includes(post.level)) return false;
  return post.districtCode === undefined || post.districtCode === request.districtCode;
}

/** How well a post suits a request: item first, then a level that serves the item, then the talent's own district. */
export function suitability(post: PostFacts, request: CaseFacts): number {
  const item = post.itemCodes.includes(request.itemCode) ? 4 : 0;
  const level = request.levels.includes(post.level) ? 2 : 0;
  const near = post.districtCode === request.districtCode ? 1 : 0;
  return item + level + near;
}

/** From this on a post is worth suggesting: it handles the item at a level that serves it. */
export const SUGGESTED_FROM = 6;

/** Posts that may take the request, the most suitable first; of equals the one with the fewest items, which knows it best. */
export function suitablePosts<T extends PostFacts>(posts: readonly T[], request: CaseFacts): T[] {
  return posts
    .filter((post) => mayTake(post, request))
    .sort(
      (a, b) => suitability(b, request) - suitability(a, request) || a.itemCodes.length - b.itemCodes.length,
    );
}

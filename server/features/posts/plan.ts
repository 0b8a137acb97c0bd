import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { PostPlan, postPlanQuery } from "@talent/shared/contract/schemas/posts";
import type * as z from "zod/mini";
import type { Reader } from "../../platform/auth/reader";
import { readCursor, writeCursor } from "../../platform/database/cursor";
import type { PostContext } from "./context";
import { readPosts } from "./directory";
import type { PostDocument } from "./model";
import { mayChangePosts, maySeePost } from "./policy";
import { presentPost } from "./presenter";

type Query = z.output<typeof postPlanQuery>;

/** Municipal posts first, then by district, department and name. */
function sortKey({ level, districtCode, departmentId, _id }: PostDocument): string {
  return [level === "municipal" ? "0" : "1", districtCode ?? "", departmentId, _id.toHexString()].join(" ");
}

function wanted(posts: readonly PostDocument[], reader: Reader, query: Query): PostDocument[] {
  return posts
    .filter(
      (post) =>
        post.status === "active" &&
        maySeePost(reader, post) &&
        (query.level === undefined || post.level === query.level) &&
        (query.district === undefined || post.districtCode === query.district) &&
        (query.departmentId === undefined || post.departmentId === query.departmentId),
    )
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function departmentsOf(posts: readonly PostDocument[]): PostPlan["departments"] {
  const departments = new Map(
    posts.map(({ departmentId, departmentName, level }) => [
      departmentId,
      { id: departmentId, name: departmentName, level },
    ]),
  );
  return [...departments.values()];
}

/** One page of the plan: posts with their absences in these days. */
export async function readPlan(
  context: PostContext,
  { reader, query, now }: { reader: Reader; query: Query; now: Date },
): Promise<PostPlan> {
  const { posts } = await readPosts();
  const calendar = context.calendar();
  const todayOn = dateInShanghai(now);
  const fromOn = query.fromOn ?? todayOn;
  const rows = wanted(posts, reader, query);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
  const start = after === undefined ? 0 : rows.findIndex(({ _id }) => _id.toHexString() === after) + 1;
  const page = rows.slice(start, start + query.limit);
  const open = await context.openCases(page.map(({ _id }) => _id.toHexString()));
  const frame = { reader, fromOn, days: query.days, todayOn, calendar };
  const last = page.at(-1);
  const more = last !== undefined && start + query.limit < rows.length;
  return {
    items: page.map((post) => presentPost(post, open.get(post._id.toHexString()) ?? 0, frame)),
    ...(more ? { nextCursor: writeCursor({ at: 0, id: last._id.toHexString() }) } : {}),
    days: Array.from({ length: query.days }, (_, index) => {
      const { on, kind, counts } = calendar.day(addDays(fromOn, index));
      return { on, kind, counts };
    }),
    departments: departmentsOf(wanted(posts, reader, { limit: query.limit, days: query.days })),
    canCreate: mayChangePosts(reader),
  };
}

import { createShortCache } from "../../platform/database/shortCache";
import { PostModel, type PostDocument } from "./model";

/** All posts as they were read a moment ago: some hundreds. */
export interface PostDirectory {
  posts: readonly PostDocument[];
  post(id: string): PostDocument | undefined;
  departmentName(departmentId: string): string | undefined;
}

function directoryOf(posts: readonly PostDocument[]): PostDirectory {
  const byId = new Map(posts.map((post) => [post._id.toHexString(), post]));
  const departments = new Map(posts.map((post) => [post.departmentId, post.departmentName]));
  return {
    posts,
    post: (id) => byId.get(id),
    departmentName: (id) => departments.get(id),
  };
}

async function load(): Promise<PostDirectory | null> {
  const posts = await PostModel.find({}, { commands: 0, outbox: 0 })
    .sort({ _id: 1 })
    .lean<PostDocument[]>()
    .exec();
  return posts.length === 0 ? null : directoryOf(posts);
}

const KEY = "posts";
const recent = createShortCache(load, { ttlMs: 5000, size: 1 });

/** The posts without their commands; a change shows within five seconds. */
export async function readPosts(): Promise<PostDirectory> {
  return (await recent.get(KEY)) ?? directoryOf([]);
}

export function forgetPosts(): void {
  recent.forget(KEY);
}

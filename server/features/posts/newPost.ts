import type { PostDocument, PostHolder } from "./model";

export type NewPost = Pick<
  PostDocument,
  "_id" | "name" | "departmentId" | "departmentName" | "level" | "districtCode" | "phone" | "itemCodes"
> & { isDefault?: boolean; holders: PostHolder[] };

/** A post as it begins: active, nobody absent, its A holder on duty since `sinceOn`. */
export function newPost({ isDefault = false, ...facts }: NewPost, sinceOn: string): PostDocument {
  const first = facts.holders.find(({ letter }) => letter === "A");
  return {
    ...facts,
    version: 1,
    status: "active",
    isDefault,
    absences: [],
    ...(first === undefined ? {} : { duty: { ...first, sinceOn } }),
    commands: [],
    outbox: [],
  };
}

export { DepartmentModel, PostModel } from "./model";
export type { DepartmentDocument, PostDocument } from "./model";
export { forgetPosts, onDuty, readPosts } from "./directory";
export { mayTake, suitability, suitablePosts, SUGGESTED_FROM, type CaseFacts } from "./rules";

export { DepartmentModel, PostModel } from "./model";
export type { DepartmentDocument, PostDocument, PostHolder } from "./model";
export { forgetPosts, onDuty, readPosts, type PostDirectory } from "./directory";
export { mayTake, suitability, suitablePosts, SUGGESTED_FROM, type CaseFacts } from "./rules";

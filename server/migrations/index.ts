import type { Migration } from "../platform/database/migrate";
import { makePostsAggregates } from "./2026-11-25-post-aggregates";
import { giveComplaintsALifecycle } from "./2026-11-25-complaint-lifecycle";
import { indexUnattachedFiles } from "./2026-11-25-attached-files";
import { createFileIndexes } from "./2026-11-24-file-indexes";

/** Every migration of the product. */
export const migrations: readonly Migration[] = [
  createFileIndexes,
  indexUnattachedFiles,
  giveComplaintsALifecycle,
  makePostsAggregates,
];

import type { Migration } from "../platform/database/migrate";

/** The sweep of files that belong to nothing finds them by this index. */
export const indexUnattachedFiles: Migration = {
  name: "2026-11-25-attached-files",
  async up({ db }) {
    await db?.collection("files.files").createIndex({ "metadata.attached": 1, _id: 1 });
  },
  async down({ db }) {
    const files = db?.collection("files.files");
    const indexes = (await files?.indexes().catch(() => [])) ?? [];
    if (indexes.some(({ name }) => name === "metadata.attached_1__id_1"))
      await files?.dropIndex("metadata.attached_1__id_1");
  },
};

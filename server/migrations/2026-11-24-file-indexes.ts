import type { Migration } from "../platform/database/migrate";

/** GridFS makes these indexes at the first upload unless they exist: two first uploads at once would race. */
export const createFileIndexes: Migration = {
  name: "2026-11-24-file-indexes",
  async up({ db }) {
    await db?.collection("files.chunks").createIndex({ files_id: 1, n: 1 }, { unique: true });
    await db?.collection("files.files").createIndex({ filename: 1, uploadDate: 1 });
  },
  async down({ db }) {
    await db?.collection("files.chunks").dropIndexes();
    await db?.collection("files.files").dropIndexes();
  },
};

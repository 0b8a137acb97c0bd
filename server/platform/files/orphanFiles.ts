import mongoose from "mongoose";
import { database } from "../database/connection";
import type { JobDefinition } from "../jobs/job";
import type { FileStore } from "./fileStore";

/** A file is attached within seconds of its upload; one that belongs to nothing after a day was left by a process that died. */
const LEFT_BEHIND_AFTER_MS = 86_400_000;
const MOST_PER_RUN = 500;

/** Says which of these files belong to something; asked of every feature that keeps files. */
export type OwnedFiles = (ids: readonly string[]) => Promise<readonly string[]>;

/** Finished files of before `until` that were never seen attached; the time is in the id. */
export function unattachedFiles(until: Date): mongoose.mongo.FindCursor<{ _id: mongoose.Types.ObjectId }> {
  const newest = mongoose.Types.ObjectId.createFromTime(Math.floor(until.getTime() / 1000));
  return database()
    .collection<{ _id: mongoose.Types.ObjectId }>("files.files")
    .find({ "metadata.attached": null, _id: { $lt: newest } } as never, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(MOST_PER_RUN);
}

/**
 * Deletes finished files that nothing refers to, a day after their upload. Those that something does are marked, so
 * that they are looked at once.
 * @returns how many were deleted
 */
export async function deleteOrphanFiles(
  files: Pick<FileStore, "deleteFile">,
  owners: readonly OwnedFiles[],
  realNow: Date,
): Promise<number> {
  const found = await unattachedFiles(new Date(realNow.getTime() - LEFT_BEHIND_AFTER_MS)).toArray();
  const ids = found.map(({ _id }) => _id.toHexString());
  if (ids.length === 0) return 0;
  const owned = new Set((await Promise.all(owners.map((ownedOf) => ownedOf(ids)))).flat());
  const attached = found.filter(({ _id }) => owned.has(_id.toHexString())).map(({ _id }) => _id);
  await database()
    .collection("files.files")
    .updateMany({ _id: { $in: attached } }, { $set: { "metadata.attached": true } });
  const orphans = ids.filter((id) => !owned.has(id));
  for (const id of orphans) await files.deleteFile(id);
  return orphans.length;
}

export function orphanFilesJob(
  files: FileStore,
  owners: readonly OwnedFiles[],
  realTime: { now(): Date },
): JobDefinition {
  return {
    name: "files.deleteOrphans",
    every: "6 hours",
    run: async () => void (await deleteOrphanFiles(files, owners, realTime.now())),
  };
}

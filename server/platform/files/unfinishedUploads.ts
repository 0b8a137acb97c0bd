import mongoose from "mongoose";
import { database } from "../database/connection";
import type { JobDefinition } from "../jobs/job";

/** An upload takes minutes at most; whatever belongs to none after a day was left by a process that died. */
const LEFT_BEHIND_AFTER_MS = 86_400_000;
const MOST_PER_RUN = 1000;

interface Chunk {
  files_id: mongoose.Types.ObjectId;
}

/** Ids of uploads begun before `until` that have chunks and no file. The time is in the id. */
async function unfinished(until: Date): Promise<mongoose.Types.ObjectId[]> {
  const newest = mongoose.Types.ObjectId.createFromTime(Math.floor(until.getTime() / 1000));
  const rows = await database()
    .collection<Chunk>("files.chunks")
    .aggregate<{ _id: mongoose.Types.ObjectId }>([
      { $match: { n: 0, files_id: { $lt: newest } } },
      { $project: { _id: 0, files_id: 1 } },
      { $lookup: { from: "files.files", localField: "files_id", foreignField: "_id", as: "file" } },
      { $match: { file: { $size: 0 } } },
      { $limit: MOST_PER_RUN },
      { $project: { _id: "$files_id" } },
    ])
    .toArray();
  return rows.map((row) => row._id);
}

/** Deletes the chunks of uploads that a dead process left behind. @returns how many uploads there were */
export async function deleteUnfinishedUploads(realNow: Date): Promise<number> {
  const ids = await unfinished(new Date(realNow.getTime() - LEFT_BEHIND_AFTER_MS));
  if (ids.length > 0)
    await database()
      .collection("files.chunks")
      .deleteMany({ files_id: { $in: ids } });
  return ids.length;
}

export function unfinishedUploadsJob(realTime: { now(): Date }): JobDefinition {
  return {
    name: "files.deleteUnfinished",
    every: "6 hours",
    run: async () => void (await deleteUnfinishedUploads(realTime.now())),
  };
}

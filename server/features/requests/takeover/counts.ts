import { addDays, instantInShanghai } from "@talent/shared/calendar/dates";
import { RequestModel } from "../model";
import type { LaneKey } from "../rules/lanes";

const OPEN_AT_POST: LaneKey = "active";

/** Open cases at each of these posts, from the index of posts alone. */
export async function openCases(postIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await RequestModel.aggregate<{ _id: string; count: number }>([
    { $match: { postId: { $in: [...postIds] }, laneKey: OPEN_AT_POST } },
    { $group: { _id: "$postId", count: { $sum: 1 } } },
  ]).exec();
  return new Map(rows.map((row) => [row._id, row.count]));
}

/** Open cases of a post that are due on one of these days. */
export async function casesDueOn(postId: string, days: readonly string[]): Promise<number> {
  if (days.length === 0) return 0;
  return RequestModel.countDocuments({
    postId,
    laneKey: OPEN_AT_POST,
    $or: days.map((on) => ({
      laneAt: { $gte: instantInShanghai(on, "00:00"), $lt: instantInShanghai(addDays(on, 1), "00:00") },
    })),
  }).exec();
}

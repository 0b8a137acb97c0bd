import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { nextCycle } from "@talent/shared/domain/cycles";
import { TalentModel } from "../talents/index";
import type { CycleDocument } from "./document";
import { CycleModel } from "./model";
import { openOnce } from "./opening";
import { servedSpan, startOfDay } from "./rules";

/**
 * Opens the cycle that follows a renewed one and lets the talent be served in it. Each part may have been done before:
 * a worker that died in between is followed by another that completes it. Before the new cycle begins it is called
 * once more on its first day.
 */
export async function completeRenewal(cycle: CycleDocument, now: Date): Promise<void> {
  const _id = new Types.ObjectId(cycle.talentId);
  const next = nextCycle(cycle);
  const nextId = cycle.nextId ?? (await openOnce({ ...cycle, _id }, next, now));
  await TalentModel.updateOne(
    { _id, "cycle.endsOn": { $lte: next.endsOn } },
    { $set: { cycle: servedSpan(cycle, now), cycleId: nextId } },
  );
  const begun = next.startsOn <= dateInShanghai(now);
  await CycleModel.collection.updateOne(
    { _id: cycle._id, status: "renewed" },
    {
      $set: { nextId, ...(begun ? {} : { nextStageAt: startOfDay(next.startsOn) }) },
      ...(begun ? { $unset: { nextStageAt: "" } } : {}),
      $inc: { version: 1 },
    },
  );
}

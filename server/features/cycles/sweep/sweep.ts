import type { Types } from "mongoose";
import { runCommand } from "../../../platform/database/aggregate";
import { notFound } from "../../../platform/errors";
import type { JobDefinition } from "../../../platform/jobs/job";
import type { CycleContext } from "../context";
import type { CycleDocument } from "../document";
import { CycleModel } from "../model";
import { openMissing } from "../opening";
import { completeRenewal } from "../renewal";
import { timeChange } from "./timeChange";

/** Cycles taken at once. */
const BATCH = 500;
/** Cycles worked on at the same time: the database syncs what arrives together once. */
const AT_ONCE = 64;

type Due = Pick<CycleDocument, "_id"> & { nextStageAt: Date };

/** The query of a batch: oldest first, behind the last one of the batch before. */
export function dueCycles(now: Date, after?: Due) {
  const beyond =
    after === undefined
      ? {}
      : {
          $or: [
            { nextStageAt: { $gt: after.nextStageAt } },
            { nextStageAt: after.nextStageAt, _id: { $gt: after._id } },
          ],
        };
  return CycleModel.collection
    .find<Due>({ nextStageAt: { $lte: now }, ...beyond }, { projection: { nextStageAt: 1 } })
    .sort({ nextStageAt: 1, _id: 1 })
    .limit(BATCH);
}

async function loadCycle(id: Types.ObjectId): Promise<CycleDocument> {
  const cycle = await CycleModel.collection.findOne<CycleDocument>({ _id: id });
  if (cycle === null) throw notFound("cycle");
  return cycle;
}

/**
 * Lets time act on one cycle: one conditional write, or none when another worker was quicker; a renewed one gets its
 * next cycle.
 */
export async function advance(context: CycleContext, id: Types.ObjectId, now: Date): Promise<void> {
  const current = await loadCycle(id);
  if (current.nextStageAt === undefined || current.nextStageAt > now) return;
  if (current.status === "renewed") return completeRenewal(current, now);
  await runCommand<CycleDocument>({
    model: CycleModel,
    current,
    reload: () => loadCycle(id),
    call: { key: undefined, digest: "" },
    decide: (cycle) => (cycle.status === "renewed" ? null : timeChange(context, cycle, now)),
  });
}

async function advanceBatch(context: CycleContext, batch: readonly Due[], now: Date): Promise<void> {
  const waiting = [...batch];
  const lane = async () => {
    for (let due = waiting.shift(); due !== undefined; due = waiting.shift())
      try {
        await advance(context, due._id, now);
      } catch (error) {
        context.platform.log.error(
          { err: error, cycle: due._id.toHexString() },
          "a cycle could not be moved; tried again later",
        );
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/**
 * Moves every cycle whose day has come (§5.3), and opens those that are missing. One that fails does not hold up those
 * behind it.
 * @returns how many were due
 */
export async function sweepCycles(context: CycleContext, now: Date): Promise<number> {
  await openMissing(now);
  let count = 0;
  let last: Due | undefined;
  for (;;) {
    const batch: Due[] = await dueCycles(now, last).toArray();
    await advanceBatch(context, batch, now);
    count += batch.length;
    if (count > 0) context.platform.outbox.nudge();
    last = batch.at(-1);
    if (batch.length < BATCH) return count;
  }
}

export function cycleStagesJob(context: CycleContext): JobDefinition {
  return {
    name: "cycles.stages",
    every: "1 minute",
    run: async (now) => void (await sweepCycles(context, now)),
  };
}

import type { Types } from "mongoose";
import { runCommand } from "../../../platform/database/aggregate";
import { notFound } from "../../../platform/errors";
import type { JobDefinition } from "../../../platform/jobs/job";
import type { RequestContext } from "../context";
import type { RequestDocument } from "../document";
import { RequestModel } from "../model";
import { clockChange } from "./tell";

/** Requests taken at once. */
const BATCH = 500;
/** Requests worked on at the same time: the database syncs what arrives together once, so many wait for few syncs. */
const AT_ONCE = 64;

type Due = Pick<RequestDocument, "_id"> & { nextClockAt: Date };

/** The query of a batch: oldest first, behind the last one of the batch before. */
export function dueQuery(now: Date, after?: Due) {
  const beyond =
    after === undefined
      ? {}
      : {
          $or: [
            { nextClockAt: { $gt: after.nextClockAt } },
            { nextClockAt: after.nextClockAt, _id: { $gt: after._id } },
          ],
        };
  return RequestModel.collection
    .find<Due>({ nextClockAt: { $lte: now }, ...beyond }, { projection: { nextClockAt: 1 } })
    .sort({ nextClockAt: 1, _id: 1 })
    .limit(BATCH);
}

/** @throws AppError `not_found` */
export async function loadCase(id: Types.ObjectId): Promise<RequestDocument> {
  const request = await RequestModel.collection.findOne<RequestDocument>({ _id: id });
  if (request === null) throw notFound("request");
  return request;
}

/** Lets the clock of one request say what is due: one conditional write, or none when another worker was quicker. */
export async function tellOne(context: RequestContext, id: Types.ObjectId, now: Date): Promise<void> {
  await runCommand<RequestDocument>({
    model: RequestModel,
    current: await loadCase(id),
    reload: () => loadCase(id),
    call: { key: undefined, digest: "" },
    decide: (request) => clockChange(request, context, now),
  });
}

async function tellBatch(context: RequestContext, batch: readonly Due[], now: Date): Promise<void> {
  const { log } = context.platform;
  const waiting = [...batch];
  const lane = async () => {
    for (let due = waiting.shift(); due !== undefined; due = waiting.shift())
      try {
        await tellOne(context, due._id, now);
      } catch (error) {
        log.error(
          { err: error, request: due._id.toHexString() },
          "a clock could not be read; tried again later",
        );
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/**
 * Lets every clock speak whose time has come (§6.6.2 c). A request that fails does not hold up those behind it.
 * @returns how many were due
 */
export async function sweepClocks(context: RequestContext, now: Date): Promise<number> {
  let count = 0;
  let last: Due | undefined;
  for (;;) {
    const batch: Due[] = await dueQuery(now, last).toArray();
    await tellBatch(context, batch, now);
    count += batch.length;
    if (count > 0) context.platform.outbox.nudge();
    last = batch.at(-1);
    if (batch.length < BATCH) return count;
  }
}

export function clockJob(context: RequestContext): JobDefinition {
  return {
    name: "requests.clocks",
    every: "5 seconds",
    async run(now) {
      await sweepClocks(context, now);
    },
  };
}

import type { mongo } from "mongoose";
import { NoticeModel } from "../model";
import type { DueNotice } from "./claim";
import type { Outcome } from "./outcome";

export interface Finished {
  row: DueNotice;
  outcome: Outcome;
}

function updateFor(outcome: Outcome, now: Date): mongo.UpdateFilter<mongo.Document> {
  const released = { leaseOwner: "" };
  if (outcome.state === "failedTemporarily") {
    const { state, error, retryInMs, refund } = outcome;
    return {
      $set: { state, error, nextAttemptAt: new Date(now.getTime() + retryInMs) },
      $unset: released,
      ...(refund ? { $inc: { attempts: -1 } } : {}),
    };
  }
  const { state } = outcome;
  const error = "error" in outcome ? outcome.error : undefined;
  return {
    $set: {
      state,
      finishedAt: now,
      ...(outcome.state === "delivered" ? { channel: outcome.channel } : { channel: "inbox" }),
      ...(outcome.state === "delivered" && outcome.msgid !== undefined ? { msgid: outcome.msgid } : {}),
      ...(error === undefined ? {} : { error }),
    },
    $unset: { ...released, nextAttemptAt: "", ...(error === undefined ? { error: "" } : {}) },
  };
}

/** Writes all outcomes of a batch at once, each only while its lease is still ours. */
export async function writeOutcomes(owner: string, finished: readonly Finished[], now: Date): Promise<void> {
  if (finished.length === 0) return;
  await NoticeModel.collection.bulkWrite(
    finished.map(({ row, outcome }) => ({
      updateOne: { filter: { _id: row._id, leaseOwner: owner }, update: updateFor(outcome, now) },
    })),
    { ordered: false },
  );
}

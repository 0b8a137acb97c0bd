import { commandCall, runCommand, type Change } from "../../platform/database/aggregate";
import { AppError, notFound } from "../../platform/errors";
import type { JobDefinition } from "../../platform/jobs/job";
import { changeOf, derivedFields } from "./change";
import type { ComplaintContext } from "./context";
import type { ComplaintDocument } from "./document";
import { ComplaintModel } from "./model";
import { reachedStep, type ClockStep } from "./rules/clock";

const MOST_PER_RUN = 500;

/** What time does to a complaint. */
const STEPS: Readonly<Record<ClockStep, { staffOnly: boolean; status?: ComplaintDocument["status"] }>> = {
  acceptanceLate: { staffOnly: true },
  dueSoon: { staffOnly: true },
  late: { staffOnly: false },
  closedByTime: { staffOnly: false, status: "closed" },
  archived: { staffOnly: false, status: "archived" },
};

/** Ids of the complaints for which a time has come, oldest first. */
export function dueComplaints(now: Date) {
  return ComplaintModel.find({ nextClockAt: { $lte: now } }, { _id: 1 })
    .sort({ nextClockAt: 1 })
    .limit(MOST_PER_RUN)
    .lean<{ _id: ComplaintDocument["_id"] }[]>();
}

async function decide(
  context: ComplaintContext,
  complaint: ComplaintDocument,
  now: Date,
): Promise<Change<ComplaintDocument>> {
  if (complaint.nextClockAt === undefined || complaint.nextClockAt > now)
    throw new AppError("state_changed", "another worker was first");
  const reached = reachedStep(complaint, context.settings(), now);
  if (reached === undefined) {
    const { nextClockAt } = derivedFields(complaint, context);
    return nextClockAt === undefined ? { unset: ["nextClockAt"] } : { set: { nextClockAt } };
  }
  const { staffOnly, status } = STEPS[reached.step];
  return changeOf(
    context,
    complaint,
    { by: "time", now },
    {
      type: reached.step,
      staffOnly,
      set: {
        told: [...complaint.told, ...reached.marks],
        ...(status === undefined ? {} : { status }),
      },
    },
  );
}

/**
 * Warns, says that it is late, closes what nobody objected to and archives what has ended: each once, however often
 * and on however many workers it runs.
 * @returns how many complaints changed
 */
export async function sweepComplaints(context: ComplaintContext, now: Date): Promise<number> {
  let changed = 0;
  for (const { _id } of await dueComplaints(now)) {
    const reload = async () => {
      const found = await ComplaintModel.collection.findOne({ _id });
      if (found === null) throw notFound("complaint");
      return found as ComplaintDocument;
    };
    try {
      await runCommand<ComplaintDocument>({
        model: ComplaintModel,
        current: await reload(),
        reload,
        call: commandCall("time", undefined, "sweep", {}),
        decide: (complaint) => decide(context, complaint, now),
      });
      changed += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  if (changed > 0) context.platform.outbox.nudge();
  return changed;
}

export function complaintClockJob(context: ComplaintContext): JobDefinition {
  return {
    name: "complaints.clock",
    every: "1 minute",
    run: async (now) => void (await sweepComplaints(context, now)),
  };
}

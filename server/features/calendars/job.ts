import type { JobDefinition } from "../../platform/jobs/job";
import type { CalendarContext } from "./context";
import { CalendarModel, type CalendarDocument, type Recompute } from "./model";
import { storedYears } from "./years";

/** Longer than any process takes to know the new days: what it wrote by the old ones is found after that. */
const SETTLE_MS = 10_000;

type Asked = CalendarDocument & { recompute: Recompute };

function isUnfinished(year: CalendarDocument): year is Asked {
  return year.recompute !== undefined && year.recompute.state !== "done";
}

/** What follows a pass. @param moved cases that this pass moved */
function afterPass({ state, settleAt }: Recompute, realNow: Date): Partial<Recompute> {
  if (state === "running") return { state: "settling", settleAt: new Date(realNow.getTime() + SETTLE_MS) };
  return { state: "done", settleAt };
}

async function pass({ moves, platform }: CalendarContext, year: Asked, now: Date): Promise<void> {
  const { recompute } = year;
  const realNow = platform.realTime.now();
  if (recompute.settleAt !== undefined && recompute.settleAt > realNow) return;
  await platform.calendar.refresh();
  const moved = await moves.recompute(year.year, recompute, now);
  const next = afterPass(recompute, realNow);
  await CalendarModel.collection.updateOne(
    { _id: year._id, "recompute.of": recompute.of, "recompute.state": recompute.state },
    {
      $set: {
        "recompute.state": next.state,
        ...(next.settleAt === undefined ? {} : { "recompute.settleAt": next.settleAt }),
      },
    },
  );
  if (moved > 0)
    await CalendarModel.collection.updateOne(
      { _id: year._id, "recompute.of": recompute.of },
      { $inc: { "recompute.moved": moved } },
    );
}

/** Brings the due times in line with every calendar that was put into force; one that was cut off goes on. */
export async function recomputeDueTimes(context: CalendarContext, now: Date): Promise<void> {
  for (const year of (await storedYears()).filter(isUnfinished)) await pass(context, year, now);
}

export function recomputeJob(context: CalendarContext): JobDefinition {
  return {
    name: "calendars.recompute",
    every: "5 seconds",
    run: (now) => recomputeDueTimes(context, now),
  };
}

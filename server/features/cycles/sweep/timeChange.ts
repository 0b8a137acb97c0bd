import { tellingTime } from "@talent/shared/calendar/tellingTime";
import { TELLING_HOURS } from "@talent/shared/domain/escalation";
import type { Change } from "../../../platform/database/aggregate";
import { isReminded } from "../change";
import type { CycleContext } from "../context";
import type { CycleDocument, CycleEvent } from "../document";
import { noticesFor } from "../notices";
import { nextStageAt, startOfDay, stepsAhead, type Timed } from "../rules";
import { nextEvent } from "../timeline";

const BY_TIME = { byId: "", byName: "", office: "", side: "time" } as const;

function timedOf(cycle: CycleDocument): Timed {
  const { startsOn, endsOn, status, timeline } = cycle;
  return { startsOn, endsOn, stage: status, reminded: isReminded(timeline) };
}

/**
 * The cycle as time has it now, with the lines of its history that are new; null when nothing has come.
 * @param now the lines are dated by it: after a standstill they say when they were written
 */
export function movedByTime(
  cycle: CycleDocument,
  now: Date,
): { cycle: CycleDocument; events: CycleEvent[] } | null {
  const reached = stepsAhead(timedOf(cycle)).filter(({ on }) => startOfDay(on) <= now);
  const last = reached.at(-1);
  if (last === undefined) return null;
  const events: CycleEvent[] = [];
  for (const { event } of reached)
    events.push(nextEvent([...cycle.timeline, ...events], { ...BY_TIME, type: event, at: now }));
  const moved = {
    ...cycle,
    status: last.stage,
    timeline: [...cycle.timeline, ...events],
    updatedAt: now,
  };
  delete moved.nextStageAt;
  const next = nextStageAt(timedOf(moved));
  return { cycle: next === undefined ? moved : { ...moved, nextStageAt: next }, events };
}

/** What time does to a cycle now, as one write: stage, history and notices, each person told of the last step only. */
export async function timeChange(
  { people, platform }: CycleContext,
  cycle: CycleDocument,
  now: Date,
): Promise<Change<CycleDocument> | null> {
  const moved = movedByTime(cycle, now);
  if (moved === null) {
    const { nextStageAt: planned } = cycle;
    return planned === undefined || planned > now ? null : { unset: ["nextStageAt"] };
  }
  const { status, updatedAt, nextStageAt: next } = moved.cycle;
  const tellAt = tellingTime(platform.calendar.current(), TELLING_HOURS, now);
  const audience = await people.audienceOf(cycle);
  return {
    set: { status, updatedAt, ...(next === undefined ? {} : { nextStageAt: next }) },
    unset: next === undefined ? ["nextStageAt"] : [],
    push: { timeline: moved.events },
    notices: noticesFor(moved.events, moved.cycle, audience, tellAt > now ? tellAt : undefined),
  };
}

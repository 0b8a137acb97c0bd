import type { CycleActor, CycleEventType } from "@talent/shared/domain/cycles";
import type { Reader } from "../../platform/auth/reader";
import type { Change } from "../../platform/database/aggregate";
import type { CycleContext } from "./context";
import type { CycleDocument, CycleEvent } from "./document";
import { noticesFor } from "./notices";
import { isOpen, nextStageAt } from "./rules";
import { nextEvent } from "./timeline";

/** One step of a cycle's life, as a command decides it. */
export interface Step {
  type: CycleEventType;
  set?: Partial<CycleDocument>;
  unset?: readonly (keyof CycleDocument)[];
  note?: string | undefined;
}

/** Whether the reminder before the end was given: once for each cycle, also when an evaluation was taken back. */
export function isReminded(timeline: readonly Pick<CycleEvent, "type">[]): boolean {
  return timeline.some(({ type }) => type === "evaluationDueSoon");
}

/** When the sweep has to look at the cycle again if nobody acts. */
export function clockOf(cycle: CycleDocument): Date | undefined {
  return nextStageAt({ ...cycle, stage: cycle.status, reminded: isReminded(cycle.timeline) });
}

/**
 * The change of one step: fields, event and notices together, for one atomic write.
 * @param side how whoever does it stands to the cycle
 */
export async function changeOf(
  { people }: CycleContext,
  cycle: CycleDocument,
  { reader, side, now }: { reader: Reader; side: CycleActor; now: Date },
  step: Step,
): Promise<Change<CycleDocument>> {
  const event = nextEvent(cycle.timeline, {
    type: step.type,
    at: now,
    byId: reader.accountId,
    byName: reader.name,
    office: side === "employer" ? cycle.employerName : reader.office,
    side,
    note: step.note,
  });
  const next: CycleDocument = { ...cycle, ...step.set, timeline: [...cycle.timeline, event], updatedAt: now };
  for (const field of step.unset ?? []) delete next[field];
  const clock = step.set?.nextStageAt ?? clockOf(next);
  return {
    set: {
      ...step.set,
      open: isOpen(next.status),
      ...(clock === undefined ? {} : { nextStageAt: clock }),
      updatedAt: now,
    },
    unset: [...(step.unset ?? []), ...(clock === undefined ? (["nextStageAt"] as const) : [])],
    push: { timeline: [event] },
    notices: noticesFor([event], next, await people.audienceOf(next)),
  };
}

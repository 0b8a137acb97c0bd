import { LANE_OF_COMPLAINT, type ComplaintEventType } from "@talent/shared/domain/complaints";
import type { Reader } from "../../platform/auth/reader";
import type { Change } from "../../platform/database/aggregate";
import type { ComplaintContext } from "./context";
import type { ComplaintDocument, ComplaintEvent } from "./document";
import { noticesFor } from "./notices";
import { dueOf, nextClockAt } from "./rules/clock";
import { nextEvent } from "./timeline";

type Field = keyof ComplaintDocument;

/** Whoever does it: somebody signed in, or time itself. */
export type By = Reader | "time";

/** One step of a complaint's life, as a command decides it. */
export interface Step {
  type: ComplaintEventType;
  set?: Partial<ComplaintDocument>;
  unset?: readonly Field[];
  note?: string | undefined;
  /** Hidden from the writer. */
  staffOnly?: boolean;
}

function eventOf(complaint: ComplaintDocument, by: By, step: Step, now: Date): ComplaintEvent {
  const person = by === "time" ? { accountId: "", name: "", office: "" } : by;
  const side = by === "time" ? "time" : person.accountId === complaint.fromAccountId ? "writer" : "staff";
  return nextEvent(complaint.timeline, {
    type: step.type,
    at: now,
    byId: person.accountId,
    byName: person.name,
    office: person.office,
    side,
    note: step.note,
    staffOnly: step.staffOnly ?? false,
  });
}

/** Fields that follow from the others: its place in the list and when time changes something. */
export function derivedFields(
  next: ComplaintDocument,
  { settings }: ComplaintContext,
): Pick<ComplaintDocument, "lane" | "listAt" | "nextClockAt"> & { dueAt: Date | undefined } {
  const lane = LANE_OF_COMPLAINT[next.status];
  const clock = settings();
  const dueAt = lane === "open" && next.clock !== undefined ? dueOf(next.clock, clock).dueAt : undefined;
  return { lane, listAt: dueAt ?? next.updatedAt, nextClockAt: nextClockAt(next, clock), dueAt };
}

/** The change of one step: fields, event and notices together, for one atomic write. */
export async function changeOf(
  context: ComplaintContext,
  complaint: ComplaintDocument,
  { by, now }: { by: By; now: Date },
  step: Step,
): Promise<Change<ComplaintDocument>> {
  const event = eventOf(complaint, by, step, now);
  const next: ComplaintDocument = { ...complaint, ...step.set, updatedAt: now };
  for (const field of step.unset ?? []) delete next[field];
  const { dueAt, nextClockAt: clockAt, ...derived } = derivedFields(next, context);
  const covering = await context.staff.covering(next);
  return {
    set: {
      ...step.set,
      ...derived,
      ...(clockAt === undefined ? {} : { nextClockAt: clockAt }),
      updatedAt: now,
    },
    unset: [...(step.unset ?? []), ...(clockAt === undefined ? (["nextClockAt"] as const) : [])],
    push: { timeline: [event] },
    notices: noticesFor(event, { complaint: next, covering }, dueAt),
  };
}

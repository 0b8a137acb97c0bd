import { OPEN_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import type { Reader } from "../../platform/auth/reader";
import type { Change } from "../../platform/database/aggregate";
import type { RequestContext } from "./context";
import type { RequestClock, RequestDocument, TimelineType } from "./document";
import { noticesFor } from "./notices";
import { seesAsStaff } from "./policy";
import { dueTimes, withEvent } from "./rules/clock";
import { NEVER_DUE, laneKeyOf } from "./rules/lanes";
import { keysOf, scopeOf } from "./scopes";
import { nextEvent } from "./timeline";

type Field = keyof RequestDocument;

/** One step of a request's life, as a command decides it. */
export interface Step {
  type: TimelineType;
  /** Fields that become something else; `status` and `clock` among them. */
  set?: Partial<RequestDocument>;
  unset?: readonly Field[];
  note?: string | undefined;
  count?: number;
  /** `staff` hides the event from the talent. */
  audience?: "all" | "staff";
}

export interface Moment {
  context: RequestContext;
  reader: Reader;
  now: Date;
}

/** The clock of a request that ends now. */
export function endedClock(request: RequestDocument, now: Date): RequestClock | undefined {
  return request.clock === undefined ? undefined : withEvent(request.clock, "ended", now);
}

/** Fields that follow from the others: where it stands on the board, when it is due and who sees it. */
export function derivedFields(
  next: RequestDocument,
  { context, now }: Moment,
): Pick<RequestDocument, "laneKey" | "laneAt" | "warnAt" | "scope"> {
  const laneKey = laneKeyOf(next.status);
  const scope = scopeOf(keysOf(next));
  if (next.completedAt !== undefined && laneKey === "done")
    return { laneKey, laneAt: next.completedAt, warnAt: next.warnAt, scope };
  if (next.clock === undefined || laneKey === "closed")
    return { laneKey, laneAt: next.laneAt, warnAt: next.warnAt, scope };
  return { laneKey, ...dueTimes(next.clock, context.calendar, context.limits, now), scope };
}

function without(request: RequestDocument, fields: readonly Field[]): RequestDocument {
  const rest: Partial<RequestDocument> = { ...request };
  for (const field of fields) delete rest[field];
  return rest as RequestDocument;
}

/** The change of one step: fields, timeline event and notices together, for one atomic write. */
export async function changeOf(
  request: RequestDocument,
  moment: Moment,
  step: Step,
): Promise<Change<RequestDocument>> {
  const { context, reader, now } = moment;
  const event = nextEvent(request.timeline, {
    type: step.type,
    at: now,
    byId: reader.accountId,
    byName: reader.name,
    office: reader.office,
    side: seesAsStaff(reader, request) ? "staff" : "requester",
    note: step.note,
    count: step.count,
    audience: step.audience ?? "all",
  });
  const next = without({ ...request, ...step.set, updatedAt: now }, step.unset ?? []);
  const derived = derivedFields(next, moment);
  const specialists = await context.specialists.covering(keysOf(next));
  const runs = isIn(OPEN_STATUSES, next.status) && derived.laneAt < NEVER_DUE;
  const dueAt = runs ? derived.laneAt : undefined;
  return {
    set: { ...step.set, ...derived, updatedAt: now },
    unset: step.unset ?? [],
    push: { timeline: [event] },
    notices: noticesFor(event, { request: next, before: request, specialists }, dueAt),
  };
}

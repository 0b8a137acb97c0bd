import { OPEN_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import type { Reader } from "../../platform/auth/reader";
import type { Change } from "../../platform/database/aggregate";
import type { RequestContext } from "./context";
import type { RequestClock, RequestDocument, TimelineType } from "./document";
import { stepsAhead } from "./limits/steps";
import { noticesFor } from "./notices";
import { seesAsStaff } from "./policy";
import { sumOf, timesOf, withEvent } from "./rules/clock";
import { requesterAccountOf } from "./requester";
import { urgeFrom } from "./rules/caseWork";
import { NEVER_DUE, laneKeyOf } from "./rules/lanes";
import { keysOf, scopeOf } from "./scopes";
import { nextEvent } from "./timeline";
import { waitingKeys } from "./waiting";

type Field = keyof RequestDocument;

/** One step of a request's life, as a command decides it. */
export interface Step {
  type: TimelineType;
  /** Fields that become something else; `status` and `clock` among them. */
  set?: Partial<RequestDocument>;
  unset?: readonly Field[];
  note?: string | undefined;
  count?: number;
  overrideReason?: string | undefined;
  /** `staff` hides the event from the talent. */
  audience?: "all" | "staff";
  /** The day that the notices name, where it is not the case's own. */
  noticeDueAt?: Date | undefined;
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

/** Derived fields that may come to an end. */
const LAPSING = ["nextClockAt", "waiting", "urgeFrom"] as const satisfies readonly Field[];
type Lapsing = (typeof LAPSING)[number];

/** Fields that follow from the others: where it stands on the board, when it is due and who sees it. */
export function derivedFields(
  next: RequestDocument,
  { context, now }: Pick<Moment, "context" | "now">,
): Pick<RequestDocument, "laneKey" | "laneAt" | "warnAt" | "scope" | Lapsing> {
  const laneKey = laneKeyOf(next.status);
  const keys = waitingKeys(next);
  const waiting = keys.length === 0 ? undefined : keys;
  const fixed = { laneKey, scope: scopeOf(keysOf(next)), waiting };
  if (next.completedAt !== undefined && laneKey === "done")
    return { ...fixed, laneAt: next.completedAt, warnAt: next.warnAt };
  if (next.clock === undefined || laneKey === "closed")
    return { ...fixed, laneAt: next.laneAt, warnAt: next.warnAt };
  const sum = sumOf(next.clock, context.calendar, context.limits, now);
  const [ahead] = stepsAhead(next, sum, context.calendar, context.limits);
  return {
    ...fixed,
    ...timesOf(sum),
    nextClockAt: ahead?.at,
    urgeFrom: urgeFrom(next.urges, sum, context.calendar, context.limits),
  };
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
    overrideReason: step.overrideReason,
    audience: step.audience ?? "all",
  });
  const set = { ...step.set, requesterAccountId: await requesterAccountOf(request), updatedAt: now };
  const next = without({ ...request, ...set, timeline: [...request.timeline, event] }, step.unset ?? []);
  const derived = derivedFields(next, moment);
  const keys = keysOf(next);
  const [specialists, supervisors] = await Promise.all([
    context.specialists.covering(keys),
    context.specialists.covering(keys.slice(0, 1)),
  ]);
  const runs = isIn(OPEN_STATUSES, next.status) && derived.laneAt < NEVER_DUE;
  const dueAt = step.noticeDueAt ?? (runs ? derived.laneAt : undefined);
  const lapsed = LAPSING.filter((field) => derived[field] === undefined && request[field] !== undefined);
  return {
    set: { ...set, ...derived },
    unset: [...(step.unset ?? []), ...lapsed],
    push: { timeline: [event] },
    notices: noticesFor(event, { request: next, before: request, specialists, supervisors }, dueAt),
  };
}

import { dateInShanghai } from "@talent/shared/calendar/dates";
import { tellingTime } from "@talent/shared/calendar/tellingTime";
import { TELLING_HOURS } from "@talent/shared/domain/escalation";
import { dateText } from "@talent/shared/labels/dateText";
import { runCommand, type Change } from "../../../platform/database/aggregate";
import { derivedFields } from "../change";
import type { RequestContext } from "../context";
import type { RequestDocument, TimelineEvent } from "../document";
import { RequestModel } from "../model";
import { valuesOf } from "../notices";
import { closeAfter } from "../rules/clock";
import { nextEvent } from "../timeline";
import { affectedBy } from "./affected";
import { loadCase } from "./sweep";
import { CLOCK_ACTOR, officeOf } from "./tell";

interface Told {
  tell: boolean;
  /** Title of the official notice. */
  source: string;
}

const FIELDS = ["laneAt", "warnAt", "signBy", "returnBy", "nextClockAt", "urgeFrom"] as const;
type Dates = Pick<RequestDocument, (typeof FIELDS)[number]>;

/** When the last dispatch or reopening began the limits of signing and returning. */
function dispatchedAt({ timeline }: RequestDocument): Date | undefined {
  return timeline.filter(({ type }) => type === "dispatched").at(-1)?.at;
}

/** The stored dates as the calendar of now gives them. */
function datesOf(request: RequestDocument, context: RequestContext, now: Date): Dates {
  const { calendar, limits } = context;
  const from = dispatchedAt(request);
  const close = (stored: Date | undefined, days: number) =>
    stored === undefined || from === undefined ? stored : closeAfter(calendar, limits, from, days);
  const signBy = close(request.signBy, limits.signingDays);
  const returnBy = close(request.returnBy, limits.returnDays);
  const { laneAt, warnAt, nextClockAt, urgeFrom } = derivedFields(
    { ...request, signBy, returnBy },
    { context, now },
  );
  return { laneAt, warnAt, signBy, returnBy, nextClockAt, urgeFrom };
}

function changedFields(before: Dates, after: Dates): (keyof Dates)[] {
  return FIELDS.filter((field) => before[field]?.getTime() !== after[field]?.getTime());
}

function noticesOf(
  request: RequestDocument,
  { calendar }: RequestContext,
  event: TimelineEvent,
  moved: { from: Date; to: Date; source: string },
) {
  const now = event.at;
  const todayOn = dateInShanghai(now);
  const oldOn = dateInShanghai(moved.from);
  const values = {
    ...valuesOf(request, event, moved.to),
    ...officeOf(request),
    oldDay: dateText(oldOn, todayOn, "zh"),
    oldDayEn: dateText(oldOn, todayOn, "en"),
    source: moved.source,
  };
  const notBefore = tellingTime(calendar, TELLING_HOURS, now);
  const people = [request.requesterAccountId, (request.holder ?? request.specialist)?.accountId];
  return [...new Set(people.filter((id) => id !== undefined))].map((recipientId) => ({
    id: `${event.id}:dueTimeMoved:${recipientId}`,
    type: "dueTimeMoved" as const,
    recipientId,
    occasion: event.id,
    values,
    at: now,
    ...(notBefore > now ? { notBefore } : {}),
  }));
}

/** The change of one case, null where the stored dates are right. */
function recomputed(
  request: RequestDocument,
  context: RequestContext,
  { tell, source }: Told,
  now: Date,
): Change<RequestDocument> | null {
  const dates = datesOf(request, context, now);
  const changed = changedFields(request, dates);
  if (changed.length === 0) return null;
  const set = { ...dates, updatedAt: now };
  const unset = changed.filter((field) => dates[field] === undefined);
  if (request.laneAt.getTime() === dates.laneAt.getTime()) return { set, unset };
  const todayOn = dateInShanghai(now);
  const [from, to] = [request.laneAt, dates.laneAt].map((at) => dateText(dateInShanghai(at), todayOn, "zh"));
  const event = nextEvent(request.timeline, {
    ...CLOCK_ACTOR,
    type: "dueMoved",
    at: now,
    note: `到期日由${from ?? ""}改为${to ?? ""}`,
    audience: "all",
  });
  const moved = { from: request.laneAt, to: dates.laneAt, source };
  return {
    set,
    unset,
    push: { timeline: [event] },
    notices: tell ? noticesOf(request, context, event, moved) : [],
  };
}

/** Cases worked on at the same time. */
const AT_ONCE = 8;

/**
 * Writes the dates of every case that a year's days can move. A case whose dates are right is left alone, so that a
 * run that was cut off is simply begun again, and two workers at once change each case once.
 * @returns how many due times moved
 */
export async function recomputeCases(
  context: RequestContext,
  year: number,
  told: Told,
  now: Date,
): Promise<number> {
  const ids = (await affectedBy(year).project<Pick<RequestDocument, "_id">>({ _id: 1 }).toArray()).map(
    ({ _id }) => _id,
  );
  let moved = 0;
  const lane = async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      const current = await loadCase(id);
      let before = current.laneAt.getTime();
      const after = await runCommand<RequestDocument>({
        model: RequestModel,
        current,
        reload: () => loadCase(current._id),
        call: { key: undefined, digest: "" },
        decide(request) {
          before = request.laneAt.getTime();
          return recomputed(request, context, told, now);
        },
      });
      if (after.laneAt.getTime() !== before) moved += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (moved > 0) context.platform.outbox.nudge();
  return moved;
}

import { dateInShanghai } from "@talent/shared/calendar/dates";
import { tellingTime } from "@talent/shared/calendar/tellingTime";
import { TELLING_HOURS, type ClockEvent } from "@talent/shared/domain/escalation";
import { dateText } from "@talent/shared/labels/dateText";
import type { Change } from "../../../platform/database/aggregate";
import type { OutboxEntry } from "../../../platform/database/outbox";
import type { RequestContext } from "../context";
import type { RequestDocument, TimelineEvent } from "../document";
import { valuesOf } from "../notices";
import { sumOf } from "../rules/clock";
import { nextEvent } from "../timeline";
import { recipientsOf } from "./recipients";
import { stepsAhead, type StepAhead } from "./steps";
import type { Watched } from "./watchedParts";

/** Who writes into the history when nobody did anything. */
export const CLOCK_ACTOR = { byId: "clock", byName: "", office: "", side: "staff" } as const;

/** Who has a request that nobody has accepted. */
const SPECIALISTS = "服务专员";

/** Events of the clock that the talent reads. */
const SEEN_BY_TALENT: readonly string[] = ["limitPassed", "promiseBroken"] satisfies ClockEvent[];

type Chained = Pick<RequestDocument, "timeline">;

/** The history lines of the steps: each kind once, however many steps were reached at a time. */
function eventsOf({ timeline }: Chained, reached: readonly StepAhead[], now: Date): TimelineEvent[] {
  const types = [...new Set(reached.map(({ step }) => step.event))];
  const events: TimelineEvent[] = [];
  for (const type of types) {
    const audience = SEEN_BY_TALENT.includes(type) ? "all" : "staff";
    events.push(nextEvent([...timeline, ...events], { ...CLOCK_ACTOR, type, at: now, audience }));
  }
  return events;
}

function isSame(a: Watched, b: Watched): boolean {
  return a.limit === b.limit && a.anchor === b.anchor;
}

/** When the next step will be taken if nothing happens, as texts. */
function nextStepTexts(next: StepAhead | undefined, now: Date): Record<string, string> {
  if (next === undefined) return {};
  const [on, todayOn] = [dateInShanghai(next.at), dateInShanghai(now)];
  return { nextDay: dateText(on, todayOn, "zh"), nextDayEn: dateText(on, todayOn, "en") };
}

/** Where the case is: the office that has it, before that the one that accepted it. */
export function officeOf({ holder, specialist }: RequestDocument): { office: string } {
  return { office: holder?.office ?? specialist?.office ?? SPECIALISTS };
}

/** One notice to each person about the case: that of the highest step which concerns them; one about each part. */
async function noticesOf(
  request: RequestDocument,
  context: RequestContext,
  reached: readonly StepAhead[],
  facts: { event: TimelineEvent; later: readonly StepAhead[]; now: Date },
): Promise<OutboxEntry[]> {
  const { event, later, now } = facts;
  const notBefore = tellingTime(context.calendar, TELLING_HOURS, now);
  const told = new Map<string, OutboxEntry>();
  for (const { step, mark, watched } of [...reached].reverse()) {
    const office = watched.asked === undefined ? officeOf(request) : { office: watched.asked.office };
    const next = later.find((ahead) => isSame(ahead.watched, watched));
    const values = { ...valuesOf(request, event, watched.dueAt), ...office, ...nextStepTexts(next, now) };
    const about = watched.askerId === undefined ? "case" : `${watched.limit}@${watched.anchor}`;
    for (const { to, notice } of step.tell)
      for (const recipientId of await recipientsOf(to, request, context, watched)) {
        const once = `${recipientId} ${about}`;
        if (told.has(once)) continue;
        told.set(once, {
          id: `${mark}:${notice}:${recipientId}`,
          type: notice,
          recipientId,
          occasion: mark,
          values,
          at: now,
          ...(notBefore > now ? { notBefore } : {}),
        });
      }
  }
  return [...told.values()];
}

/** What a clock has to say, before it is known to whom. */
interface Spoken {
  reached: readonly StepAhead[];
  /** Steps that are still to come, soonest first. */
  later: readonly StepAhead[];
  /** Marks, history and the next time; null when there is nothing to write. */
  change: Change<RequestDocument> | null;
  event: TimelineEvent | undefined;
}

/** The marks and history lines of the steps that were reached, and when the clock speaks next. */
export function spokenSteps(
  request: RequestDocument,
  { calendar, limits }: Pick<RequestContext, "calendar" | "limits">,
  now: Date,
): Spoken {
  const sum = request.clock && sumOf(request.clock, calendar, limits, now);
  const ahead = stepsAhead(request, sum, calendar, limits);
  const reached = ahead.filter(({ at }) => at <= now);
  const later = ahead.filter(({ at }) => at > now);
  const [next] = later;
  const unset = next === undefined ? (["nextClockAt"] as const) : [];
  const schedule = next === undefined ? {} : { nextClockAt: next.at };
  const events = eventsOf(request, reached, now);
  const rescheduled = request.nextClockAt?.getTime() !== next?.at.getTime();
  const change =
    events.length > 0
      ? {
          set: { ...schedule, updatedAt: now },
          unset,
          push: { timeline: events, told: reached.map(({ mark }) => mark) },
        }
      : rescheduled
        ? { set: schedule, unset }
        : null;
  return { reached, later, change, event: events[0] };
}

/**
 * What the clock of a request has to say now: marks, history and notices in one change, and when it will speak next.
 * After days of standing still it says the highest step reached, once, to everybody concerned.
 * @returns null when there is nothing to write
 */
export async function clockChange(
  request: RequestDocument,
  context: RequestContext,
  now: Date,
): Promise<Change<RequestDocument> | null> {
  const { reached, later, change, event } = spokenSteps(request, context, now);
  if (change === null || event === undefined) return change;
  return { ...change, notices: await noticesOf(request, context, reached, { event, later, now }) };
}

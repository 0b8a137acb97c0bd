import type { DueMove } from "@talent/shared/contract/schemas/calendars";
import { lengthEvents, type LimitSum } from "@talent/shared/calendar/timeLimit";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { RequestContext } from "../context";
import { sumOf } from "../rules/clock";
import { affectedBy, countUnaffected, type DatedCase } from "./affected";
import { recomputeCases } from "./recompute";

/** What a calendar would change, counted, with one page of the cases. */
export interface MovesPreview {
  counts: Record<
    "moved" | "later" | "earlier" | "becomesLate" | "talents" | "staff" | "dueBefore" | "unmoved" | "stopped",
    number
  >;
  items: DueMove[];
}

/** Due times under another calendar: what the calendars feature needs of requests. */
export interface DueMoves {
  preview(calendar: WorkingCalendar, year: number, now: Date, page: PageOf): Promise<MovesPreview>;
  /** Writes the due times anew by the calendar in force. @returns how many cases moved */
  recompute(year: number, told: { tell: boolean; source: string }, now: Date): Promise<number>;
}

interface PageOf {
  page: number;
  size: number;
}

interface Moved {
  request: DatedCase;
  sum: LimitSum;
  oldDueOn: string;
  newDueOn: string;
  becomesLate: boolean;
}

function moveOf(
  request: DatedCase,
  { calendar, limits }: RequestContext,
  proposed: WorkingCalendar,
  now: Date,
): Moved | undefined {
  if (request.clock === undefined) return undefined;
  const before = sumOf(request.clock, calendar, limits, now);
  const sum = sumOf(request.clock, proposed, limits, now);
  if (before.dueOn === undefined || sum.dueOn === undefined || before.dueOn === sum.dueOn) return undefined;
  const becomesLate =
    before.dueAt !== undefined && before.dueAt > now && sum.dueAt !== undefined && sum.dueAt <= now;
  return { request, sum, oldDueOn: before.dueOn, newDueOn: sum.dueOn, becomesLate };
}

function present({ request, sum, oldDueOn, newDueOn, becomesLate }: Moved): DueMove {
  const events = request.clock?.events ?? [];
  const extended = lengthEvents(events).reduce(
    (days, event) => days + (event.type === "extended" ? event.workingDays : 0),
    0,
  );
  return {
    requestId: request._id.toHexString(),
    number: request.number,
    itemName: request.item.name,
    maskedName: request.applicant.maskedName,
    kind: request.clock?.kind ?? "handling",
    workingDays: sum.workingDays,
    oldDueOn,
    newDueOn,
    becomesLate,
    extended,
    stopped: sum.days.filter(({ kind }) => kind === "stopped").length,
    days: sum.days,
  };
}

function byOldDue(a: Moved, b: Moved): number {
  const [left, right] = [a, b].map((each) => `${each.oldDueOn}${each.newDueOn}${each.request.number}`);
  return (left ?? "") < (right ?? "") ? -1 : 1;
}

async function preview(
  context: RequestContext,
  proposed: WorkingCalendar,
  year: number,
  now: Date,
  { page, size }: PageOf,
): Promise<MovesPreview> {
  const moved: Moved[] = [];
  let looked = 0;
  for await (const request of affectedBy(year)) {
    looked += 1;
    const move = moveOf(request, context, proposed, now);
    if (move !== undefined) moved.push(move);
  }
  const later = moved.filter(({ oldDueOn, newDueOn }) => newDueOn > oldDueOn).length;
  const staff = moved.map(({ request }) => (request.holder ?? request.specialist)?.accountId);
  return {
    counts: {
      moved: moved.length,
      later,
      earlier: moved.length - later,
      becomesLate: moved.filter(({ becomesLate }) => becomesLate).length,
      talents: new Set(moved.map(({ request }) => request.requesterAccountId)).size,
      staff: new Set(staff.filter((id) => id !== undefined)).size,
      ...(await countUnaffected(year)),
      unmoved: looked - moved.length,
    },
    items: moved
      .sort(byOldDue)
      .slice((page - 1) * size, page * size)
      .map(present),
  };
}

export function createDueMoves(context: RequestContext): DueMoves {
  return {
    preview: (calendar, year, now, page) => preview(context, calendar, year, now, page),
    recompute: (year, told, now) => recomputeCases(context, year, told, now),
  };
}

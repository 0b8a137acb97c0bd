import { addDays, dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { tellingTime } from "@talent/shared/calendar/tellingTime";
import { sumLimit } from "@talent/shared/calendar/timeLimit";
import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { ComplaintLimits, ComplaintStatus } from "@talent/shared/domain/complaints";
import type { TellingHours } from "@talent/shared/domain/escalation";

/** What the clock looks at. */
export interface ClockFacts {
  status: ComplaintStatus;
  round: number;
  clock?: { startedAt: Date; workingDays: number } | undefined;
  told: readonly string[];
  updatedAt: Date;
}

/** By which calendar and which numbers the clock runs. */
export interface ClockSettings {
  calendar: WorkingCalendar;
  limits: ComplaintLimits;
  /** `HH:MM`, Asia/Shanghai: a limit ends then on its last day. */
  closeOfDay: string;
  /** Nobody is told of the clock outside these hours of working days. */
  hours: TellingHours;
}

export const CLOCK_STEPS = ["acceptanceLate", "dueSoon", "late", "closedByTime", "archived"] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

interface Planned {
  step: ClockStep;
  at: Date;
}

/** When the running limit ends, and from when whoever has it is warned. */
export function dueOf(
  clock: NonNullable<ClockFacts["clock"]>,
  settings: ClockSettings,
): { dueAt: Date; warnAt: Date } {
  const { calendar, closeOfDay, limits } = settings;
  const rule = { workingDays: clock.workingDays, calendar, closeOfDay, warnShare: limits.warnShare };
  const { dueAt, warnAt } = sumLimit(rule, [{ type: "started", at: clock.startedAt }], clock.startedAt);
  if (dueAt === undefined || warnAt === undefined) throw new RangeError("this limit has no end");
  return { dueAt, warnAt };
}

/** The day on which an answer without a reaction closes the complaint. */
export function closingDay(answeredAt: Date, { calendar, limits }: ClockSettings): string {
  return addWorkingDays(calendar, dateInShanghai(answeredAt), limits.closeAfterDays);
}

function plannedOf(facts: ClockFacts, settings: ClockSettings): Planned[] {
  const { status, clock, updatedAt } = facts;
  if (status === "answered")
    return [
      { step: "closedByTime", at: instantInShanghai(closingDay(updatedAt, settings), settings.closeOfDay) },
    ];
  if (status === "closed" || status === "withdrawn") {
    const on = addDays(dateInShanghai(updatedAt), settings.limits.archiveAfterDays);
    return [{ step: "archived", at: instantInShanghai(on, "00:00") }];
  }
  if (clock === undefined || status === "archived") return [];
  const { calendar, hours } = settings;
  const { dueAt, warnAt } = dueOf(clock, settings);
  const late = tellingTime(calendar, hours, dueAt);
  if (status === "received") return [{ step: "acceptanceLate", at: late }];
  return [
    { step: "dueSoon", at: tellingTime(calendar, hours, warnAt) },
    { step: "late", at: late },
  ];
}

/** The mark by which a step of a round is known to have been taken. */
export function markOf(step: ClockStep, round: number): string {
  return `${step}:${round}`;
}

function untaken(facts: ClockFacts, settings: ClockSettings): Planned[] {
  return plannedOf(facts, settings).filter(({ step }) => !facts.told.includes(markOf(step, facts.round)));
}

/**
 * The step that is reached now, and every mark that is taken with it: after a standstill of days only the highest one
 * is told.
 */
export function reachedStep(
  facts: ClockFacts,
  settings: ClockSettings,
  now: Date,
): { step: ClockStep; marks: string[] } | undefined {
  const reached = untaken(facts, settings).filter(({ at }) => at <= now);
  const last = reached.at(-1);
  if (last === undefined) return undefined;
  return { step: last.step, marks: reached.map(({ step }) => markOf(step, facts.round)) };
}

/** When the sweep has to look again; undefined when time changes nothing any more. */
export function nextClockAt(facts: ClockFacts, settings: ClockSettings): Date | undefined {
  return untaken(facts, settings)[0]?.at;
}

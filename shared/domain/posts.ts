import { addDays } from "../calendar/dates";
import type { WorkingCalendar } from "../calendar/workingDays";
import type { Category, ServiceLevel } from "./talents";

/** The two holders of a post (DB50/T 1733 §6.6.2 b): work goes to A, to B while A is absent. */
export const POST_LETTERS = ["A", "B"] as const;
export type PostLetter = (typeof POST_LETTERS)[number];

/** The holder who covers for this one. */
export function otherLetter(letter: PostLetter): PostLetter {
  return letter === "A" ? "B" : "A";
}

export const POST_STATUSES = ["active", "closed"] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

export const ABSENCE_STATES = ["registered", "cancelled"] as const;
export type AbsenceState = (typeof ABSENCE_STATES)[number];

/** Why the cases of a post changed hands. */
export const HANDOVER_KINDS = ["takeover", "return", "holderChange"] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** Why a post is suggested for a request: a rule, the post's own list of items, or because it takes what is left. */
export const ROUTE_REASONS = ["rule", "handlesItem", "default"] as const;
export type RouteReason = (typeof ROUTE_REASONS)[number];

/** Why a request that is dispatched automatically still waits for a specialist. */
export const NOT_ROUTED_REASONS = ["noRule", "nobodyOnDuty"] as const;
export type NotRoutedReason = (typeof NOT_ROUTED_REASONS)[number];

export const POST_BOUNDS = {
  name: 30,
  reason: 60,
  /** Calendar days from the first to the last day of one absence. */
  absenceDays: 92,
  /** Spans of one registration: an absence split around a day on which the post must not stand empty. */
  spans: 4,
  /** Days of the plan that are read at once. */
  planDays: 42,
  itemCodes: 60,
  note: 100,
  priority: { min: 0, max: 99 },
} as const;

/** Cases change hands from this time of a working day on (`HH:MM`, Asia/Shanghai): nobody is told at night. */
export const HANDOVER_FROM = "08:00";

/** Whole days from the first to the last, both included; dates in Asia/Shanghai. */
export interface DaySpan {
  fromOn: string;
  toOn: string;
}

export interface AbsenceFacts extends DaySpan {
  letter: PostLetter;
  state: AbsenceState;
}

/** What decides who is on duty at a post. */
export interface DutyFacts<H extends { letter: PostLetter }> {
  status: PostStatus;
  holders: readonly H[];
  absences: readonly AbsenceFacts[];
}

/**
 * The working day whose duty holds on a day: the day itself, or the last working day before a weekend or holiday.
 * So whoever stood in on Friday does so until Monday, when the holder is back at work.
 */
export function dutyDay(on: string, calendar: WorkingCalendar): string {
  let day = on;
  while (!calendar.day(day).counts) day = addDays(day, -1);
  return day;
}

export function isAbsent(absences: readonly AbsenceFacts[], letter: PostLetter, on: string): boolean {
  return absences.some(
    (absence) =>
      absence.state === "registered" &&
      absence.letter === letter &&
      absence.fromOn <= on &&
      on <= absence.toOn,
  );
}

/**
 * Who is on duty at a post on a day (§6.6.2 b): A, or B while A is absent, A again on the next working day.
 * Undefined where the post is closed or nobody is there.
 */
export function onDuty<H extends { letter: PostLetter }>(
  post: DutyFacts<H>,
  on: string,
  calendar: WorkingCalendar,
): H | undefined {
  if (post.status !== "active") return undefined;
  const day = dutyDay(on, calendar);
  return POST_LETTERS.map((letter) => post.holders.find((holder) => holder.letter === letter)).find(
    (holder) => holder !== undefined && !isAbsent(post.absences, holder.letter, day),
  );
}

/** Days that are searched for the next change of duty. */
const SEARCHED_DAYS = 400;

/** The first day after `on` whose duty differs from that of `on`; undefined when none is known. */
export function nextDutyChange<H extends { letter: PostLetter }>(
  post: DutyFacts<H>,
  on: string,
  calendar: WorkingCalendar,
): string | undefined {
  const last = post.absences.reduce((latest, { toOn }) => (toOn > latest ? toOn : latest), on);
  const now = onDuty(post, on, calendar)?.letter;
  for (let day = addDays(on, 1), left = SEARCHED_DAYS; left > 0; day = addDays(day, 1), left -= 1) {
    if (onDuty(post, day, calendar)?.letter !== now) return day;
    if (day > addDays(last, 31)) return undefined;
  }
  return undefined;
}

/** What of a request decides where it goes. */
export interface RoutingFacts {
  category: Category;
  itemCode: string;
  districtCode: string;
  /** Levels that may take it: those that serve the item and the category. */
  levels: readonly ServiceLevel[];
}

/** What a routing rule asks of a request; an absent part asks nothing. */
export interface RuleConditions {
  categories: readonly Category[];
  level?: ServiceLevel | undefined;
  itemCode?: string | undefined;
  districtCode?: string | undefined;
  /** Of rules that are equally specific the higher number wins. */
  priority: number;
  activeFromOn: string;
  /** Last day; open-ended when absent. */
  activeToOn?: string | undefined;
}

export function isActiveOn(rule: Pick<RuleConditions, "activeFromOn" | "activeToOn">, on: string): boolean {
  return rule.activeFromOn <= on && (rule.activeToOn === undefined || on <= rule.activeToOn);
}

export function ruleApplies(rule: RuleConditions, request: RoutingFacts, on: string): boolean {
  if (!isActiveOn(rule, on)) return false;
  if (rule.itemCode !== undefined && rule.itemCode !== request.itemCode) return false;
  if (rule.districtCode !== undefined && rule.districtCode !== request.districtCode) return false;
  if (rule.level !== undefined && !request.levels.includes(rule.level)) return false;
  return rule.categories.length === 0 || rule.categories.includes(request.category);
}

/**
 * How specific a rule is: the item outweighs the district, that the categories, those the level; fewer categories are
 * more specific than many.
 */
export function specificity(rule: RuleConditions): number {
  const item = rule.itemCode === undefined ? 0 : 80;
  const district = rule.districtCode === undefined ? 0 : 40;
  const categories = rule.categories.length === 0 ? 0 : 26 - rule.categories.length;
  return item + district + categories + (rule.level === undefined ? 0 : 10);
}

/** The rules that apply, the one that wins first: most specific, then priority, then the newest. */
export function applicableRules<R extends RuleConditions>(
  rules: readonly R[],
  request: RoutingFacts,
  on: string,
): R[] {
  return rules
    .filter((rule) => ruleApplies(rule, request, on))
    .sort(
      (a, b) =>
        specificity(b) - specificity(a) ||
        b.priority - a.priority ||
        (a.activeFromOn < b.activeFromOn ? 1 : a.activeFromOn > b.activeFromOn ? -1 : 0),
    );
}

/** Messages about posts; their texts are data of the notices feature. */
export const POST_NOTICE_TYPES = [
  "casesTakenOver",
  "casesHandedOver",
  "absenceRegistered",
  "absenceCalledOff",
  "absenceAdjustmentAsked",
] as const;

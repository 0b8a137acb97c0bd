import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import type { LimitSum } from "@talent/shared/calendar/timeLimit";
import { addWorkingDays, type WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { LimitSettings } from "@talent/shared/domain/limits";
import { NEVER_DUE } from "./lanes";

interface Answerable {
  answeredAt?: Date | undefined;
  endedAt?: Date | undefined;
}

/** Waits for an answer. */
export function isOpen(part: Answerable): boolean {
  return part.answeredAt === undefined && part.endedAt === undefined;
}

/** Those that wait for an answer, the soonest due first. */
export function openOf<T extends Answerable & { dueAt: Date }>(parts: readonly T[] | undefined): T[] {
  return (parts ?? []).filter(isOpen).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/** The same list with the open ones ended. */
export function ended<T extends Answerable>(parts: readonly T[] | undefined, now: Date): T[] | undefined {
  return parts?.map((part) => (isOpen(part) ? { ...part, endedAt: now } : part));
}

/** The list with one part changed. */
export function withPart<T extends { id: string }>(
  parts: readonly T[] | undefined,
  id: string,
  changes: Partial<T>,
): T[] {
  return (parts ?? []).map((part) => (part.id === id ? { ...part, ...changes } : part));
}

/** The next id of a list: `c1`, `c2` … */
export function nextId(letter: string, parts: readonly unknown[] | undefined): string {
  return `${letter}${(parts?.length ?? 0) + 1}`;
}

/** The urge that waits for an answer: an answer stands for all before it. */
export function openUrge<T extends Answerable>(urges: readonly T[] | undefined): T | undefined {
  const last = urges?.at(-1);
  return last !== undefined && isOpen(last) ? last : undefined;
}

/** The supervision that has not been ended. */
export function openSupervision<T extends { closedAt?: Date | undefined }>(
  supervisions: readonly T[] | undefined,
): T | undefined {
  return supervisions?.find((supervision) => supervision.closedAt === undefined);
}

/**
 * The first instant at which the talent may urge: the morning of the day on which `urgeShare` of the limit is used,
 * and not within `urgeEveryDays` working days of the last urge. Never while the clock stands or after the last urge.
 */
export function urgeFrom(
  urges: readonly { at: Date }[] | undefined,
  sum: LimitSum,
  calendar: WorkingCalendar,
  limits: LimitSettings,
): Date {
  if (sum.state !== "counting" || (urges?.length ?? 0) >= limits.urgesPerRequest) return NEVER_DUE;
  const nth = Math.max(1, Math.ceil(sum.workingDays * limits.urgeShare));
  const shareOn = sum.days.find((day) => day.nth === nth)?.on;
  if (shareOn === undefined) return NEVER_DUE;
  const last = urges?.at(-1);
  const againOn =
    last === undefined ? shareOn : addWorkingDays(calendar, dateInShanghai(last.at), limits.urgeEveryDays);
  return instantInShanghai(againOn > shareOn ? againOn : shareOn, "00:00");
}

/** What has become of a promise: kept when the case was completed on that day at the latest. */
export function promiseState(
  promisedOn: string,
  completedAt: Date | undefined,
  now: Date,
): "open" | "kept" | "broken" {
  if (completedAt !== undefined) return dateInShanghai(completedAt) <= promisedOn ? "kept" : "broken";
  return dateInShanghai(now) <= promisedOn ? "open" : "broken";
}

import type { PointOutcome } from "@talent/shared/domain/lifecycle";

/** The answer to one point while it is being written. */
export interface PointDraft {
  outcome: PointOutcome | undefined;
  note: string;
  basis: string;
}

const BLANK: PointDraft = { outcome: undefined, note: "", basis: "" };

/** An answer counts when it says what was done, and for what was not possible on which basis. */
export function isAnswered(draft: PointDraft): boolean {
  if (draft.outcome === undefined || draft.note.trim() === "") return false;
  return draft.outcome !== "notPossible" || draft.basis.trim() !== "";
}

/** As many drafts as there are points. */
export function draftsFor(count: number, kept: readonly PointDraft[]): PointDraft[] {
  return Array.from({ length: count }, (_, index) => ({ ...BLANK, ...kept[index] }));
}

/** Numbers of the points that still lack an answer, counted from 1. */
export function unanswered(drafts: readonly PointDraft[]): number[] {
  return drafts.flatMap((draft, index) => (isAnswered(draft) ? [] : [index + 1]));
}

export interface PointAnswer {
  outcome: PointOutcome;
  note: string;
  basis?: string;
}

/** What is sent; a basis only where it is needed. */
export function answersOf(drafts: readonly PointDraft[]): PointAnswer[] {
  return drafts.flatMap(({ outcome, note, basis }) => {
    if (outcome === undefined) return [];
    const written = { outcome, note: note.trim() };
    return [outcome === "notPossible" ? { ...written, basis: basis.trim() } : written];
  });
}

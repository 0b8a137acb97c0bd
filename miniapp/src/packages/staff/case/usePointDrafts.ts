import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { draftsFor, type PointDraft } from "../../../components/staff/case/pointDrafts";
import { useDraft } from "../../../hooks/useDraft";

/** Answers to the points of a case as they are written, kept on this device. */
export function usePointDrafts(id: string, points: RequestDetail["points"]) {
  const draft = useDraft<{ answers: PointDraft[] }>(`answers:${id}`, { answers: [] });
  const drafts = draftsFor(points.length, draft.values.answers);
  return {
    drafts,
    savedAt: draft.savedAt,
    change: (index: number, change: Partial<PointDraft>) =>
      draft.set(
        "answers",
        drafts.map((each, at) => (at === index ? { ...each, ...change } : each)),
      ),
    clear: draft.clear,
  };
}

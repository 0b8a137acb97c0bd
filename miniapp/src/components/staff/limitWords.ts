import type { LimitView, RequestSummary } from "@talent/shared/contract/schemas/requests";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { dueText } from "@talent/shared/labels/dateText";
import type { Words } from "../../i18n/useWords";
import type { StatusShape } from "../../theme/statusShapes";
import type { BoardWords } from "./texts/boardTexts";

/** How a limit looks: one accent, and amber, brick, moss or grey only for a state that is also said in words. */
export type LimitTone = "doing" | "near" | "over" | "paused" | "done";

export function toneOf(limit: LimitView): LimitTone {
  if (limit.state === "ended") return "done";
  if (limit.state === "stopped") return "paused";
  if (limit.standing === "overdue") return "over";
  return limit.standing === "dueSoon" || limit.standing === "dueToday" ? "near" : "doing";
}

/** What stands at the right of a card: words with at most one large figure, and a mark where the state needs one. */
export interface LeftWords {
  before?: string;
  figure?: string;
  after?: string;
  mark?: StatusShape;
  tone: LimitTone;
}

export function leftWords(limit: LimitView, t: BoardWords): LeftWords {
  const tone = toneOf(limit);
  if (tone === "paused") return { after: t.paused, mark: "paused", tone };
  if (tone === "done" && limit.left >= 0) return { after: t.inTime, mark: "done", tone };
  if (tone === "done" || tone === "over") {
    if (limit.left >= 0) return { after: t.lateToday, mark: "over", tone: "over" };
    const [before, figure, after] = t.late(-limit.left);
    return { before, figure, after, tone: "over" };
  }
  if (limit.left <= 0)
    return { after: t.today, tone, ...(limit.kind === "acceptance" ? { mark: "near" } : {}) };
  const [figure, after] = t.days(limit.left);
  return { figure, after, tone };
}

/** The due date of a card as a sentence. */
export function dueSentence(request: RequestSummary, t: BoardWords, words: Words): string {
  const { limit } = request;
  if (limit === undefined) return "";
  if (limit.state === "stopped") return t.stoppedSentence(limit.used, limit.left);
  if (limit.state === "ended") {
    const ended = request.completedAt ?? request.updatedAt;
    return t.doneSentence(words.date(dateInShanghai(new Date(ended))), limit.used);
  }
  if (limit.standing === "dueToday")
    return t.dueToday(limit.kind === "acceptance" ? t.acceptKind : t.completeKind);
  return dueText(limit, words.todayOn, words.language);
}

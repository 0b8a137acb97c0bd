import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { fill } from "@talent/shared/labels/fill";
import { STATUS_LABELS, STATUS_SENTENCES } from "@talent/shared/labels/requests";
import { textsNow } from "../../i18n/texts";
import { talentTexts } from "../../i18n/talentTexts";
import type { Words } from "../../i18n/useWords";
import type { RouteName } from "../../routes";
import type { RequestRowProps, RowEnd } from "./RequestRow";

type Facts = Pick<RequestRowProps, "item" | "sentence" | "expected" | "end">;

function endOf(request: RequestSummary, words: Words): RowEnd {
  const t = textsNow(talentTexts);
  const { status, limit } = request;
  if (status === "draft") return { kind: "act", text: t.continueNow, tone: "pri" };
  if (status === "supplementing") return { kind: "act", text: t.supplementNow, tone: "amber" };
  if (request.canRate) return { kind: "act", text: t.rateNow, tone: "pri" };
  const label = words.say(STATUS_LABELS[status]);
  if (status === "completed") return { kind: "state", text: label, tone: "moss" };
  if (status === "rejected") return { kind: "state", text: label, tone: "brick" };
  if (limit === undefined || limit.standing === "ended") return { kind: "state", text: label, tone: "plain" };
  if (limit.left < 0) return { kind: "late", days: -limit.left };
  return limit.left === 0 ? { kind: "today" } : { kind: "left", days: limit.left };
}

function sentenceOf(request: RequestSummary, words: Words): string {
  if (request.status === "supplementing" && request.missingMaterials > 0) {
    return textsNow(talentTexts).stillMissing(request.missingMaterials);
  }
  if (request.status === "completed" && request.completedAt !== undefined) {
    return `${words.say(STATUS_SENTENCES.completed)} · ${words.moment(request.completedAt)}`;
  }
  return fill(words.say(STATUS_SENTENCES[request.status]), { office: request.office });
}

/** What a row says about a request: who does what, until when, and what it asks of the talent. */
export function requestRowFacts(request: RequestSummary, words: Words): Facts {
  const dueOn = request.limit?.kind === "handling" ? request.limit.dueOn : undefined;
  const counting = request.limit?.state === "counting";
  return {
    item: words.say(request.itemName),
    sentence: sentenceOf(request, words),
    expected: dueOn !== undefined && counting ? words.date(dueOn) : undefined,
    end: endOf(request, words),
  };
}

/** The page that a row opens: the form of a draft, the result of a finished request, else its progress. */
export function pageOfRequest(request: RequestSummary): RouteName {
  if (request.status === "draft") return "form";
  if (request.status === "supplementing") return "supplement";
  return request.status === "completed" ? "result" : "request";
}

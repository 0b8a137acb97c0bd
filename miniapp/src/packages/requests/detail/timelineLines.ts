import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { isIn, OPEN_STATUSES } from "@talent/shared/domain/requestStatus";
import { fill } from "@talent/shared/labels/fill";
import { STATUS_SENTENCES } from "@talent/shared/labels/requests";
import { TIMELINE_SENTENCES } from "@talent/shared/labels/timeline";
import type { TimelineLine } from "../../../components/talent/Timeline";
import { textsNow } from "../../../i18n/texts";
import type { Words } from "../../../i18n/useWords";
import { detailTexts } from "./texts";

/** The history newest first; above it how it stands now and the day it should end. */
export function timelineLines(request: RequestDetail, words: Words): TimelineLine[] {
  const t = textsNow(detailTexts);
  const past = [...request.timeline].reverse().map((event): TimelineLine => {
    const who =
      event.office === "" ? event.who : `${event.office}${words.language === "en" ? ", " : ""}${event.who}`;
    return {
      id: event.id,
      what: fill(words.say(TIMELINE_SENTENCES[event.type]), { who, count: event.count }),
      when: words.moment(event.at),
      note: event.note,
      look: event.type === "supplementAsked" ? "stopped" : "past",
    };
  });
  if (!isIn(OPEN_STATUSES, request.status)) return past;
  const now: TimelineLine = {
    id: "now",
    what: fill(words.say(STATUS_SENTENCES[request.status]), { office: request.office }),
    when: t.today,
    look: request.status === "supplementing" ? "stopped" : "now",
  };
  const dueOn = request.limit?.kind === "handling" ? request.limit.dueOn : undefined;
  if (dueOn === undefined) return [now, ...past];
  return [
    { id: "next", what: t.nextDue(words.date(dueOn)), when: t.nextDueHint, look: "next" },
    now,
    ...past,
  ];
}

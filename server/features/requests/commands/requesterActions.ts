import type * as z from "zod/mini";
import type { rateBody } from "@talent/shared/contract/schemas/requests";
import { RATING_TAGS } from "@talent/shared/domain/ratings";
import { invalidField } from "../../../platform/errors";
import { endedClock, type Moment, type Step } from "../change";
import type { RequestDocument } from "../document";
import { ended } from "../rules/caseWork";
import { closeAfter, startClock } from "../rules/clock";

/** Takes the request back; the work on it stops. */
export function withdraw(request: RequestDocument, now: Date, reason: string | undefined): Step {
  return {
    type: "withdrawn",
    note: reason,
    set: {
      reason,
      clock: endedClock(request, now),
      consultations: ended(request.consultations, now),
      subtasks: ended(request.subtasks, now),
    },
    unset: ["signBy", "returnBy", "statusBeforeSupplement"],
  };
}

/** Not solved: back to whoever is on duty at the post that had it, with a fresh limit; the time it was closed never counts. */
export function reopen(
  request: RequestDocument,
  { context, now }: Pick<Moment, "context" | "now">,
  reason: string,
  holder: RequestDocument["holder"],
): Step {
  const { calendar, limits } = context;
  return {
    type: "reopened",
    note: reason,
    set: {
      reopenings: request.reopenings + 1,
      holder: holder ?? request.holder,
      clock: startClock("handling", request.item.limitDays, now),
      signBy: closeAfter(calendar, limits, now, limits.signingDays),
    },
    unset: ["completedAt", "solved"],
  };
}

/**
 * Rates the service, once per request; the tags are those offered for the level.
 * @throws AppError `invalid_input` for a tag of another level, or one given twice
 */
export function rate(now: Date, body: z.output<typeof rateBody>): Step {
  const offered = RATING_TAGS[body.level];
  body.tags.forEach((tag, index) => {
    if (!offered.includes(tag)) throw invalidField(`body.tags.${index}`, "not_offered");
    if (body.tags.indexOf(tag) !== index) throw invalidField(`body.tags.${index}`, "named_twice");
  });
  return {
    type: "rated",
    set: { rating: { level: body.level, tags: body.tags, comment: body.comment, at: now } },
  };
}

import type * as z from "zod/mini";
import type { rateAtCounterBody } from "@talent/shared/contract/schemas/counterRatings";
import { ON_SITE_TAGS } from "@talent/shared/domain/ratings";
import { AppError, invalidField } from "../../../platform/errors";
import { TicketModel, type NumberedTicket, type TicketRating } from "../tickets/model";

type Input = Omit<z.output<typeof rateAtCounterBody>, "deviceToken">;

/** The ticket that was finished last at a window. */
export function lastFinishedQuery(windowId: string) {
  return TicketModel.findOne({ windowId, status: "done", endedAt: { $exists: true } }).sort({ endedAt: -1 });
}

/** The ticket of a window that can be rated now: the last one finished there, while its code lives and is unused. */
export async function openRating(windowId: string, now: Date): Promise<NumberedTicket | undefined> {
  const last = await lastFinishedQuery(windowId).lean<NumberedTicket>().exec();
  const open = last?.ratingCode !== undefined && last.rating === undefined && last.ratingCode.expiresAt > now;
  return open ? last : undefined;
}

/** @throws AppError `invalid_input` for a tag that this level does not offer */
function checkTags({ level, tags }: Input): void {
  const offered = ON_SITE_TAGS[level];
  if (tags.some((tag) => !offered.includes(tag)))
    throw invalidField("body.tags", "not_offered_at_this_level");
}

/**
 * Rates the ticket whose one-time code this is: one conditional write, so a code works once.
 * @param key `Idempotency-Key`: a repetition of the same call is no error
 * @throws AppError `rating_code_invalid`, `invalid_input`
 */
export async function rateTicket(
  windowId: string,
  input: Input,
  now: Date,
  key: string | undefined,
): Promise<void> {
  checkTags(input);
  const { code, level, tags, aspects, comment } = input;
  const rating: TicketRating = { level, tags: [...new Set(tags)], aspects, comment, at: now, key };
  const last = await lastFinishedQuery(windowId).lean<NumberedTicket>().exec();
  if (last === null) throw new AppError("rating_code_invalid", "nothing is to be rated");
  if (key !== undefined && last.rating?.key === key) return;
  const { matchedCount } = await TicketModel.collection.updateOne(
    {
      _id: last._id,
      "ratingCode.code": code,
      "ratingCode.expiresAt": { $gt: now },
      rating: { $exists: false },
    },
    {
      $set: { rating },
      $unset: { ratingCode: "" },
      $push: { events: { type: "rate", at: now } } as never,
      $inc: { version: 1 },
    },
    { ignoreUndefined: true },
  );
  if (matchedCount === 0) throw new AppError("rating_code_invalid", "wrong, used or expired");
}

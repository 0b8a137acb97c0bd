import { addMonths, dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import type { CounterRatings } from "@talent/shared/contract/schemas/counterRatings";
import { isBadRating, ON_SITE_ASPECTS, type RatingLevel } from "@talent/shared/domain/ratings";
import { TicketModel, type TicketRating } from "../tickets/model";

/** Handlers see groups of at least so many, never a single rating. */
const GROUP = 5;
/** Whole months, so that the oldest ratings leave the sum together. */
const MONTHS_BEFORE = 2;
/** Ratings of a hall that are summed up. */
const MOST = 5000;

export function ratingsQuery(hallId: string, since: Date) {
  return TicketModel.find({ hallId, "rating.at": { $gte: since } }, { rating: 1 })
    .sort({ "rating.at": 1 })
    .limit(MOST);
}

/**
 * Sums ratings up in whole groups, oldest first: the newest ones wait until their group is full, so that no change of
 * a sum tells what one person said.
 */
export function summarize(ratings: readonly Pick<TicketRating, "level" | "aspects">[]): CounterRatings {
  const shown = ratings.slice(0, ratings.length - (ratings.length % GROUP));
  const levels: Partial<Record<RatingLevel, number>> = {};
  for (const { level } of shown) levels[level] = (levels[level] ?? 0) + 1;
  const aspects = ON_SITE_ASPECTS.map((aspect) => {
    const given = shown.flatMap((rating) => rating.aspects[aspect] ?? []);
    return { aspect, answered: given.length, bad: given.filter(isBadRating).length };
  });
  return { shown: shown.length, levels, aspects: aspects.filter(({ answered }) => answered >= GROUP) };
}

/** The ratings of a hall in this month and the two before. */
export async function hallRatings(hallId: string, now: Date): Promise<CounterRatings> {
  const firstOn = `${addMonths(dateInShanghai(now), -MONTHS_BEFORE).slice(0, 7)}-01`;
  const since = instantInShanghai(firstOn, "00:00");
  const rows = await ratingsQuery(hallId, since).lean<{ rating: TicketRating }[]>().exec();
  return summarize(rows.map(({ rating }) => rating));
}

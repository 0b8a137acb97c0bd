/** 好差评: five levels, best first (国办发〔2019〕51号). */
export const RATING_LEVELS = [
  "verySatisfied",
  "satisfied",
  "basicallySatisfied",
  "dissatisfied",
  "veryDissatisfied",
] as const;
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** The last two levels are bad ratings 差评 and ask for repair. */
export const BAD_RATING_LEVELS = [
  "dissatisfied",
  "veryDissatisfied",
] as const satisfies readonly RatingLevel[];

/** What a rater may add, by level. Versioned data: a rating keeps the tags of its day. */
export const RATING_TAGS: Readonly<Record<RatingLevel, readonly string[]>> = {
  verySatisfied: ["fast", "guideExact", "convenient", "patient", "keptInformed"],
  satisfied: ["fast", "guideExact", "convenient", "patient", "keptInformed"],
  basicallySatisfied: ["slow", "guideUnclear", "inconvenient", "fewUpdates"],
  dissatisfied: ["slow", "guideUnclear", "inconvenient", "attitude", "notSolved", "askedTwice"],
  veryDissatisfied: ["slow", "guideUnclear", "inconvenient", "attitude", "notSolved", "askedTwice"],
};

export function isBadRating(level: RatingLevel): boolean {
  return (BAD_RATING_LEVELS as readonly RatingLevel[]).includes(level);
}

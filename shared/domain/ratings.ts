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

/** Sub-items of a rating at the counter: 服务效率、服务水平、服务态度 (国办发〔2019〕51号). */
export const ON_SITE_ASPECTS = ["efficiency", "competence", "attitude"] as const;
export type OnSiteAspect = (typeof ON_SITE_ASPECTS)[number];

/** What a rater at the counter may add, by level. */
export const ON_SITE_TAGS: Readonly<Record<RatingLevel, readonly string[]>> = {
  verySatisfied: ["fast", "guideExact", "patient"],
  satisfied: ["fast", "guideExact", "patient"],
  basicallySatisfied: ["slow", "guideUnclear", "longWait"],
  dissatisfied: ["slow", "guideUnclear", "longWait", "attitude", "notSolved", "askedTwice"],
  veryDissatisfied: ["slow", "guideUnclear", "longWait", "attitude", "notSolved", "askedTwice"],
};

export function isBadRating(level: RatingLevel): boolean {
  return (BAD_RATING_LEVELS as readonly RatingLevel[]).includes(level);
}

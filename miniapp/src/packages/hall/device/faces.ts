import type { RatingLevel } from "@talent/shared/domain/ratings";

const HEAD = `<circle cx="24" cy="24" r="20"/><path d="M17 19v1.5M31 19v1.5"/>`;

/** A face for each level on a 48 grid: the mouth says the level to whoever cannot read the word. */
export const RATING_FACES: Readonly<Record<RatingLevel, string>> = {
  verySatisfied: `${HEAD}<path d="M14 27c1.6 6 5.4 9 10 9s8.4-3 10-9z"/>`,
  satisfied: `${HEAD}<path d="M15.5 28c2 4 5 6 8.5 6s6.5-2 8.5-6"/>`,
  basicallySatisfied: `${HEAD}<path d="M17 31h14"/>`,
  dissatisfied: `${HEAD}<path d="M16.5 34c1.8-3 4.4-4.5 7.5-4.5s5.7 1.5 7.5 4.5"/>`,
  veryDissatisfied: `${HEAD}<path d="M14.5 36c1.8-5 5-7.5 9.5-7.5s7.7 2.5 9.5 7.5M14 14.5l5 2M34 14.5l-5 2"/>`,
};

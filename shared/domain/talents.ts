/** Talent categories (DB50/T 1733 §5.1). */
export const CATEGORIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Category = (typeof CATEGORIES)[number];

/** How a category was recognised: by catalogue 目录 or by points 计分 (§5.1). */
export const RECOGNITIONS = ["catalogue", "points"] as const;
export type Recognition = (typeof RECOGNITIONS)[number];

/** Levels of government that serve. */
export const SERVICE_LEVELS = ["municipal", "district"] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

/** Who serves whom (§6.1.2): A–D by municipal departments and districts, E–F by districts. */
export const LEVELS_SERVING: Readonly<Record<Category, readonly ServiceLevel[]>> = {
  A: ["municipal", "district"],
  B: ["municipal", "district"],
  C: ["municipal", "district"],
  D: ["municipal", "district"],
  E: ["district"],
  F: ["district"],
};

/** Categories that at least one of these levels of government serves, in order. */
export function categoriesServedBy(...levels: readonly ServiceLevel[]): Category[] {
  return CATEGORIES.filter((category) => levels.some((level) => LEVELS_SERVING[category].includes(level)));
}

/** For whom a service is asked. */
export const BENEFICIARIES = ["self", "spouse", "child"] as const;
export type Beneficiary = (typeof BENEFICIARIES)[number];

/** Below this age a guardian consents (个人信息保护法 第三十一条). */
export const GUARDIAN_CONSENT_BELOW_AGE = 14;

/** Completed years of life on a day; both dates `YYYY-MM-DD`. Somebody born on 29 February turns older on 1 March. */
export function ageOn(bornOn: string, todayOn: string): number {
  const years = Number(todayOn.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return todayOn.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

import { LEVELS_SERVING, type Category, type ServiceLevel } from "./talents";

/** The facts of an item version that decide who may ask for it. */
export interface ItemAudience {
  categories: readonly Category[];
  levels: readonly ServiceLevel[];
  /** First day of effect, `YYYY-MM-DD`. */
  effectiveFromOn: string;
  /** Last day of effect; open-ended when absent. */
  effectiveToOn?: string | undefined;
}

/** The facts of a talent that decide what they may ask for. */
export interface Applicant {
  category: Category;
  cycleStartsOn: string;
  cycleEndsOn: string;
}

/** The version in effect on a day; before the first one begins, that first one. `versions` is not empty, oldest first. */
export function versionOn<T extends { effectiveFromOn: string }>(versions: readonly T[], todayOn: string): T {
  const [first] = versions;
  if (first === undefined) throw new RangeError("an item has at least one version");
  return versions.reduce((found, version) => (version.effectiveFromOn <= todayOn ? version : found), first);
}

export const NOT_ENTITLED_REASONS = [
  "notRecognised",
  "categoryNotIncluded",
  "levelDoesNotServeCategory",
  "notYetEffective",
  "noLongerEffective",
  "cycleNotRunning",
] as const;
export type NotEntitledReason = (typeof NOT_ENTITLED_REASONS)[number];

export type Entitlement = { entitled: true } | { entitled: false; reason: NotEntitledReason };

/**
 * Whether this person may ask for this item on this day (DB50/T 1733 §5.1, §5.3, §6.1.2, §6.1.3).
 * `applicant` is null for somebody who is not a recognised talent.
 */
export function entitlementFor(
  applicant: Applicant | null,
  item: ItemAudience,
  todayOn: string,
): Entitlement {
  if (todayOn < item.effectiveFromOn) return { entitled: false, reason: "notYetEffective" };
  if (item.effectiveToOn !== undefined && todayOn > item.effectiveToOn)
    return { entitled: false, reason: "noLongerEffective" };
  if (applicant === null) return { entitled: false, reason: "notRecognised" };
  if (todayOn < applicant.cycleStartsOn || todayOn > applicant.cycleEndsOn)
    return { entitled: false, reason: "cycleNotRunning" };
  if (!item.levels.some((level) => LEVELS_SERVING[applicant.category].includes(level)))
    return { entitled: false, reason: "levelDoesNotServeCategory" };
  if (!item.categories.includes(applicant.category))
    return { entitled: false, reason: "categoryNotIncluded" };
  return { entitled: true };
}

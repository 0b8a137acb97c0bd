import { entitlementFor, type Applicant, type ItemAudience, type NotEntitledReason } from "../entitlement";
import { CASE_STAFF_ROLES, LEVELS_OF_ROLE, type RoleGrant } from "../roles";
import { LEVELS_SERVING } from "../talents";

/** Who asks to see a talent code at a desk. */
export const CODE_DESK_ROLES = CASE_STAFF_ROLES;

/** For which offices somebody sits at a desk. */
export interface Desk {
  /** Serves for whoever serves: the liaison of a department. */
  anyLevel: boolean;
  municipal: boolean;
  districtCodes: readonly string[];
}

export function deskOf(grants: readonly RoleGrant[]): Desk {
  const own = grants.filter(({ role }) => CODE_DESK_ROLES.some((known) => known === role));
  return {
    anyLevel: own.some(({ role }) => LEVELS_OF_ROLE[role].length === 0),
    municipal: own.some(({ role }) => LEVELS_OF_ROLE[role].includes("municipal")),
    districtCodes: own.flatMap(({ role, districtCode }) =>
      LEVELS_OF_ROLE[role].includes("district") && districtCode !== undefined ? [districtCode] : [],
    ),
  };
}

/** Somebody may have the item, but not at this desk: only in the own district, or there and at the municipal desk. */
export const ELSEWHERE_REASONS = ["onlyOwnDistrict", "municipalOrOwnDistrict"] as const;
export type DeskNoReason = NotEntitledReason | (typeof ELSEWHERE_REASONS)[number];

export type DeskAnswer = { entitled: true } | { entitled: false; reason: DeskNoReason };

/** Whoever stands at the desk. */
export type Holder = Applicant & { districtCode: string };

/**
 * The one question of a desk: may this person use this item here today (§5.1, §5.3, §6.1.2)? Without an item the
 * question is whether the service cycle runs.
 */
export function answerAtDesk(
  holder: Holder,
  item: ItemAudience | undefined,
  desk: Desk,
  todayOn: string,
): DeskAnswer {
  if (item === undefined)
    return todayOn < holder.cycleStartsOn || todayOn > holder.cycleEndsOn
      ? { entitled: false, reason: "cycleNotRunning" }
      : { entitled: true };
  const entitlement = entitlementFor(holder, item, todayOn);
  if (!entitlement.entitled || desk.anyLevel) return entitlement;
  const serving = LEVELS_SERVING[holder.category].filter((level) => item.levels.includes(level));
  const here =
    (serving.includes("municipal") && desk.municipal) ||
    (serving.includes("district") && desk.districtCodes.includes(holder.districtCode));
  if (here) return { entitled: true };
  return {
    entitled: false,
    reason: serving.includes("municipal") ? "municipalOrOwnDistrict" : "onlyOwnDistrict",
  };
}

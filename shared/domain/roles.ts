import type { ServiceLevel } from "./talents";

/** What an account may be. One person can hold several, each with its own scope (DB50/T 1733 §6.3). */
export const ROLES = [
  "talent",
  "municipalSpecialist",
  "districtSpecialist",
  "departmentLiaison",
  "employerLiaison",
  "administrator",
  "auditor",
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that take in requests and send them on (§6.3.1, §6.3.3). */
export const SPECIALIST_ROLES = [
  "municipalSpecialist",
  "districtSpecialist",
] as const satisfies readonly Role[];

/** Roles that work on cases of other people. */
export const CASE_STAFF_ROLES = [
  "municipalSpecialist",
  "districtSpecialist",
  "departmentLiaison",
] as const satisfies readonly Role[];

/** Roles that belong to the service platform rather than to the people served. */
export const STAFF_ROLES = [
  ...CASE_STAFF_ROLES,
  "administrator",
  "auditor",
] as const satisfies readonly Role[];

/** Roles that open posts and say who holds them. */
export const POST_KEEPER_ROLES = ["administrator"] as const satisfies readonly Role[];

/** Levels of government at which a role takes in and dispatches (§6.1.2, §6.3.1); none = it does neither. */
export const LEVELS_OF_ROLE: Readonly<Record<Role, readonly ServiceLevel[]>> = {
  talent: [],
  municipalSpecialist: ["municipal"],
  districtSpecialist: ["district"],
  departmentLiaison: [],
  employerLiaison: [],
  administrator: [],
  auditor: [],
};

/** Roles that an administrator gives; a talent's comes with the record that is bound to the account. */
export const GRANTED_ROLES = [...STAFF_ROLES, "employerLiaison"] as const satisfies readonly Role[];
export type GrantedRole = (typeof GRANTED_ROLES)[number];

/** The part of the city that a role is held for. */
export type GrantScope = "district" | "department" | "employer";

/** The scope that a role needs; the others are held for the whole city. */
export const SCOPE_OF_ROLE: Readonly<Partial<Record<Role, GrantScope>>> = {
  districtSpecialist: "district",
  departmentLiaison: "department",
  employerLiaison: "employer",
};

/** A role with the part of the city it is held for. Absent = not limited in that way. */
export interface RoleGrant {
  role: Role;
  districtCode?: string | undefined;
  departmentId?: string | undefined;
  employerId?: string | undefined;
}

/**
 * Where somebody's grants serve talents (§6.3.1, §6.3.3): the level of government, and its district where the role is
 * held for one.
 */
export function servesAt(
  grants: readonly RoleGrant[],
  level: ServiceLevel,
  districtCode: string | undefined,
): boolean {
  return grants.some(
    (grant) =>
      LEVELS_OF_ROLE[grant.role].includes(level) &&
      (SCOPE_OF_ROLE[grant.role] !== "district" ||
        (grant.districtCode !== undefined && grant.districtCode === districtCode)),
  );
}

/** Districts in whose affairs somebody's grants take part as a specialist: all, or those named. */
export function districtsServed(grants: readonly RoleGrant[]): "all" | string[] {
  const serving = grants.filter(({ role }) => LEVELS_OF_ROLE[role].length > 0);
  if (serving.some(({ role }) => SCOPE_OF_ROLE[role] !== "district")) return "all";
  return serving.flatMap(({ districtCode }) => districtCode ?? []);
}

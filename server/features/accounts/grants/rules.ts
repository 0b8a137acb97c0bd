import { SCOPE_OF_ROLE, type GrantedRole, type RoleGrant } from "@talent/shared/domain/roles";

/** A role with its scope, as it is asked for. */
export type AskedGrant = RoleGrant & { role: GrantedRole };

const FIELD_OF_SCOPE = {
  district: "districtCode",
  department: "departmentId",
  employer: "employerId",
} as const;

export const SCOPE_FIELDS = Object.values(FIELD_OF_SCOPE);

/** What is wrong with a grant's scope: a field that is needed, or one that this role has not. */
export function scopeProblem(grant: AskedGrant): { field: string; problem: string } | undefined {
  const scope = SCOPE_OF_ROLE[grant.role];
  const needed = scope === undefined ? undefined : FIELD_OF_SCOPE[scope];
  if (needed !== undefined && grant[needed] === undefined) return { field: needed, problem: "required" };
  const extra = SCOPE_FIELDS.find((field) => field !== needed && grant[field] !== undefined);
  return extra === undefined ? undefined : { field: extra, problem: "not_for_this_role" };
}

/** Whether both are the same role for the same scope. */
export function isSameGrant(a: RoleGrant, b: RoleGrant): boolean {
  return a.role === b.role && SCOPE_FIELDS.every((field) => a[field] === b[field]);
}

import { SCOPE_OF_ROLE, type GrantScope, type GrantedRole } from "@talent/shared/domain/roles";

/** What the form holds while a role is being given. */
export interface GrantDraft {
  role: GrantedRole | "";
  /** District code, or id of the department or employer. */
  scopeId: string;
  name: string;
  office: string;
}

const FIELDS = {
  district: "districtCode",
  department: "departmentId",
  employer: "employerId",
} as const satisfies Record<GrantScope, string>;

/** The scope that the chosen role needs. */
export function scopeOf({ role }: Pick<GrantDraft, "role">): GrantScope | undefined {
  return role === "" ? undefined : SCOPE_OF_ROLE[role];
}

/** The body of the call. */
export function grantBody(role: GrantedRole, draft: GrantDraft) {
  const scope = scopeOf(draft);
  const name = draft.name.trim();
  const office = draft.office.trim();
  return {
    role,
    ...(scope === undefined ? {} : { [FIELDS[scope]]: draft.scopeId }),
    ...(name === "" ? {} : { name }),
    ...(office === "" ? {} : { office }),
  };
}

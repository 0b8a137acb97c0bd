import type { Role, RoleGrant } from "@talent/shared/domain/roles";
import { LEVELS_SERVING, type Category, type ServiceLevel } from "@talent/shared/domain/talents";

/** A part of the staff, `kind:value`; a reader who holds one of a request's keys sees it. */
export type ScopeKey = string;

/** The keys of a request as they are stored: one field per kind, so that each can lead an index of its own. */
export interface RequestScope {
  level?: string | undefined;
  district?: string | undefined;
  department?: string | undefined;
}

const levelKey = (level: ServiceLevel): ScopeKey => `level:${level}`;
const districtKey = (code: string): ScopeKey => `district:${code}`;
export const departmentKey = (id: string): ScopeKey => `department:${id}`;

/**
 * Who of the staff sees a request: the municipal platform where municipal departments serve the category, the
 * talent's district always (§6.1.2, §6.3.1, §6.3.3), and the department that it was dispatched to.
 */
function scopeKeysOf(request: {
  category: Category;
  districtCode: string;
  departmentId?: string | undefined;
}): ScopeKey[] {
  const municipal: ServiceLevel = "municipal";
  return [
    ...(LEVELS_SERVING[request.category].includes(municipal) ? [levelKey(municipal)] : []),
    districtKey(request.districtCode),
    ...(request.departmentId === undefined ? [] : [departmentKey(request.departmentId)]),
  ];
}

/** The keys of a stored request, the highest level first. */
export function keysOf(request: {
  applicant: { category: Category; districtCode: string };
  departmentId?: string | undefined;
}): ScopeKey[] {
  return scopeKeysOf({ ...request.applicant, departmentId: request.departmentId });
}

/** What each role that works on cases sees. A role without its scope sees nothing. */
const KEY_OF_GRANT: Readonly<Partial<Record<Role, (grant: RoleGrant) => ScopeKey | undefined>>> = {
  municipalSpecialist: () => levelKey("municipal"),
  districtSpecialist: ({ districtCode }) =>
    districtCode === undefined ? undefined : districtKey(districtCode),
  departmentLiaison: ({ departmentId }) =>
    departmentId === undefined ? undefined : departmentKey(departmentId),
};

/** The scope keys of these grants, each once. */
export function scopeKeysOfGrants(grants: readonly RoleGrant[]): ScopeKey[] {
  const keys = grants.flatMap((grant) => KEY_OF_GRANT[grant.role]?.(grant) ?? []);
  return [...new Set(keys)];
}

/** The stored form of a request's keys. */
export function scopeOf(scopeKeys: readonly ScopeKey[]): RequestScope {
  const parts = scopeKeys.map((key): [string, string] => {
    const [kind = "", value = ""] = key.split(":");
    return [kind, value];
  });
  return Object.fromEntries(parts);
}

/** The condition that finds the requests of one key. */
export function scopeFilter(scopeKey: ScopeKey): Record<string, string> {
  const [kind = "", value = ""] = scopeKey.split(":");
  return { [`scope.${kind}`]: value };
}

import type { Role, RoleGrant } from "@talent/shared/domain/roles";

/** Whoever sends a request: an account with its roles, as its access token says. */
export interface Reader {
  accountId: string;
  /** Full name of staff, masked name of a talent; never a number or an openid. */
  name: string;
  /** Office of staff as talents read it ("渝北区教委"); empty for a talent. */
  office: string;
  grants: readonly RoleGrant[];
  /** The talent record bound to the account. */
  talentId: string | undefined;
  /** One sign-in: an access token dies with its session's family. */
  sessionId: string;
}

export function hasRole(reader: Reader, role: Role): boolean {
  return reader.grants.some((grant) => grant.role === role);
}

export function hasAnyRole(reader: Reader, roles: readonly Role[]): boolean {
  return reader.grants.some((grant) => roles.includes(grant.role));
}

/** The grants that `reader` holds for `role`, each with its own scope. */
export function grantsOf(reader: Reader, role: Role): readonly RoleGrant[] {
  return reader.grants.filter((grant) => grant.role === role);
}

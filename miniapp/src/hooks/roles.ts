import type { Me } from "@talent/shared/contract/schemas/accounts";
import { CASE_STAFF_ROLES, SPECIALIST_ROLES, type Role } from "@talent/shared/domain/roles";
import type { RouteName } from "../routes";

function holds(me: Me, roles: readonly Role[]): boolean {
  return me.roles.some((grant) => roles.includes(grant.role));
}

/** The desk of somebody who works on cases; undefined for everybody else. */
export function workplaceOf(me: Me | undefined): RouteName | undefined {
  if (me === undefined || !holds(me, CASE_STAFF_ROLES)) return undefined;
  return holds(me, SPECIALIST_ROLES) ? "board" : "desk";
}

export function isTalent(me: Me | undefined): boolean {
  return me !== undefined && holds(me, ["talent"]);
}

/** Where a person begins after signing in: at work, unless they are a talent too. */
export function firstPage(me: Me): RouteName {
  const workplace = workplaceOf(me);
  return workplace !== undefined && !isTalent(me) ? workplace : "home";
}

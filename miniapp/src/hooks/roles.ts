import type { Me } from "@talent/shared/contract/schemas/accounts";
import { PLACE_FACTS, placesOf } from "../components/staff/frame/staffPlaces";
import type { RouteName } from "../routes";

export function isTalent(me: Me | undefined): boolean {
  return me !== undefined && me.roles.some((grant) => grant.role === "talent");
}

/**
 * Where somebody's work begins: the first place of their roles, or else their own staff page. Undefined for whoever
 * has no role but that of a talent.
 */
export function workplaceOf(me: Me | undefined): RouteName | undefined {
  if (me === undefined || me.roles.every((grant) => grant.role === "talent")) return undefined;
  const [first] = placesOf(me, ({ group }) => group !== "foot");
  return PLACE_FACTS[first ?? "me"].route;
}

/** Where a person begins after signing in: at work, unless they are a talent too. */
export function firstPage(me: Me): RouteName {
  const workplace = workplaceOf(me);
  return workplace !== undefined && !isTalent(me) ? workplace : "home";
}

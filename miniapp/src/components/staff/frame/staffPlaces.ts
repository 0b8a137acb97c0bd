import type { Me } from "@talent/shared/contract/schemas/accounts";
import { CASE_STAFF_ROLES, SPECIALIST_ROLES, type Role } from "@talent/shared/domain/roles";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { RouteName } from "../../../routes";
import type { IconName } from "../../../theme/iconShapes";

/** Pages of the staff side. */
export type StaffPlace = "board" | "desk" | "complaints" | "me";

export interface PlaceFacts {
  route: RouteName;
  icon: IconName;
}

export const PLACE_FACTS: Readonly<Record<StaffPlace, PlaceFacts>> = {
  board: { route: "board", icon: "board" },
  desk: { route: "desk", icon: "board" },
  complaints: { route: "staffComplaints", icon: "flag" },
  me: { route: "staffMe", icon: "me" },
};

function holds(me: Me | undefined, roles: readonly Role[]): boolean {
  return me !== undefined && me.roles.some((grant) => roles.includes(grant.role));
}

/** Who works on other people's cases. */
export function isCaseStaff(me: Me | undefined): boolean {
  return holds(me, CASE_STAFF_ROLES);
}

export function isSpecialist(me: Me | undefined): boolean {
  return holds(me, SPECIALIST_ROLES);
}

/** Who answers complaints (the endpoint's own rule). */
export function answersComplaints(me: Me | undefined): boolean {
  return holds(me, ["municipalSpecialist"]);
}

/** Where the cases of this person stand: specialists have the board, liaisons their desk; one can be both. */
export function casePlaces(me: Me | undefined): StaffPlace[] {
  const places: StaffPlace[] = [];
  if (isSpecialist(me)) places.push("board");
  if (holds(me, ["departmentLiaison"])) places.push("desk");
  return places;
}

/** First staff role with its district or department: `市教委联络员`, `渝北区 区县服务专员`. */
export function officeOf(me: Me, say: (label: Bilingual) => string): string {
  const grant =
    me.roles.find((each) => (CASE_STAFF_ROLES as readonly Role[]).includes(each.role)) ?? me.roles[0];
  if (grant === undefined) return "";
  const scope = grant.departmentName ?? grant.districtName;
  const role = say(ROLE_LABELS[grant.role]);
  return scope === undefined ? role : `${scope} ${role}`;
}

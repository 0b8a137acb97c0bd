import type { Me } from "@talent/shared/contract/schemas/accounts";
import { CYCLE_DESK_ROLES } from "@talent/shared/domain/cycles";
import { CASE_STAFF_ROLES, ROLES, SPECIALIST_ROLES, type Role } from "@talent/shared/domain/roles";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { RouteName } from "../../../routes";
import type { IconName } from "../../../theme/iconShapes";

/** Pages of the staff side. */
export type StaffPlace =
  | "board"
  | "desk"
  | "verify"
  | "counter"
  | "cycles"
  | "calendars"
  | "posts"
  | "routingRules"
  | "accounts"
  | "complaints"
  | "me";

/** Headings of the navigation; what stands at its foot has none. */
export const PLACE_GROUPS = ["work", "manage"] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

export interface PlaceFacts {
  route: RouteName;
  icon: IconName;
  /** Whose page it is. */
  roles: readonly Role[];
  group: PlaceGroup | "foot";
  /** Has a tab on the phone; the others are listed on the page 我的. */
  tab: boolean;
  /** Cases stand there. */
  cases?: boolean;
}

/** Every place, in the order of the navigation; whoever may enter several begins at the first. */
export const PLACE_FACTS: Readonly<Record<StaffPlace, PlaceFacts>> = {
  board: {
    route: "board",
    icon: "board",
    roles: SPECIALIST_ROLES,
    group: "work",
    tab: true,
    cases: true,
  },
  desk: {
    route: "desk",
    icon: "board",
    roles: ["departmentLiaison"],
    group: "work",
    tab: true,
    cases: true,
  },
  verify: { route: "verify", icon: "scan", roles: CASE_STAFF_ROLES, group: "work", tab: true },
  counter: { route: "calling", icon: "ticket", roles: SPECIALIST_ROLES, group: "work", tab: true },
  cycles: {
    route: "cycles",
    icon: "cycle",
    roles: [...CYCLE_DESK_ROLES, "employerLiaison"],
    group: "work",
    tab: false,
  },
  calendars: {
    route: "calendars",
    icon: "calendar",
    roles: ["administrator", "auditor"],
    group: "manage",
    tab: true,
  },
  posts: {
    route: "posts",
    icon: "posts",
    roles: [...CASE_STAFF_ROLES, "administrator"],
    group: "manage",
    tab: false,
  },
  routingRules: {
    route: "routingRules",
    icon: "list",
    roles: [...SPECIALIST_ROLES, "administrator"],
    group: "manage",
    tab: false,
  },
  accounts: {
    route: "accounts",
    icon: "family",
    roles: ["administrator"],
    group: "manage",
    tab: true,
  },
  complaints: {
    route: "staffComplaints",
    icon: "flag",
    roles: CASE_STAFF_ROLES,
    group: "foot",
    tab: true,
  },
  me: { route: "staffMe", icon: "me", roles: ROLES, group: "foot", tab: true },
};

const PLACES = Object.keys(PLACE_FACTS) as StaffPlace[];

function holds(me: Me | undefined, roles: readonly Role[]): boolean {
  return me !== undefined && me.roles.some((grant) => roles.includes(grant.role));
}

/** Whether a place is for this person. The server decides what they may see there. */
export function mayEnter(me: Me | undefined, place: StaffPlace): boolean {
  return holds(me, PLACE_FACTS[place].roles);
}

/** Places of this person for which `wanted` holds, in the order of the navigation. */
export function placesOf(me: Me | undefined, wanted: (facts: PlaceFacts) => boolean): StaffPlace[] {
  return PLACES.filter((place) => wanted(PLACE_FACTS[place]) && mayEnter(me, place));
}

/** Where the cases of this person stand: specialists have the board, liaisons their desk; one can be both. */
export function casePlaces(me: Me | undefined): StaffPlace[] {
  return placesOf(me, ({ cases }) => cases === true);
}

/** Who works on other people's cases. */
export function isCaseStaff(me: Me | undefined): boolean {
  return holds(me, CASE_STAFF_ROLES);
}

export function isSpecialist(me: Me | undefined): boolean {
  return holds(me, SPECIALIST_ROLES);
}

/** First staff role with its district or department: `市教委联络员`, `渝北区 区县服务专员`. */
export function officeOf(me: Me, say: (label: Bilingual) => string): string {
  const grant =
    me.roles.find((each) => (CASE_STAFF_ROLES as readonly Role[]).includes(each.role)) ?? me.roles[0];
  if (grant === undefined) return "";
  const scope = grant.departmentName ?? grant.districtName ?? grant.employerName;
  const role = say(ROLE_LABELS[grant.role]);
  return scope === undefined ? role : `${scope} ${role}`;
}

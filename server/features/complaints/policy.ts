import {
  ANSWERED_AT_ONCE,
  COMPLAINT_ACTIONS,
  COMPLAINT_LIFECYCLE,
  MOST_COMPLAINT_ROUNDS,
  type ComplaintAction,
  type ComplaintActor,
} from "@talent/shared/domain/complaints";
import { districtsServed, type RoleGrant } from "@talent/shared/domain/roles";
import type { ComplaintDocument } from "./document";

/** Somebody with an account: whoever asks, or whom a complaint may be given to. */
export interface Person {
  accountId: string;
  grants: readonly RoleGrant[];
}

type Scoped = Pick<ComplaintDocument, "districtCode">;
type Parties = Pick<ComplaintDocument, "fromAccountId" | "concernedIds" | "concernedDepartmentId">;

/** The municipal platform answers for the whole city, a district's for what comes from its district (§6.3.1, §6.3.3). */
export function covers(grants: readonly RoleGrant[], complaint: Scoped): boolean {
  const districts = districtsServed(grants);
  return (
    districts === "all" ||
    (complaint.districtCode !== undefined && districts.includes(complaint.districtCode))
  );
}

/** Whom it is about: the named persons, and everybody of the department that they act for. */
export function isConcerned({ accountId, grants }: Person, complaint: Parties): boolean {
  const { concernedIds, concernedDepartmentId } = complaint;
  if (concernedIds.includes(accountId)) return true;
  return (
    concernedDepartmentId !== undefined &&
    grants.some(({ departmentId }) => departmentId === concernedDepartmentId)
  );
}

/** Nobody handles what they wrote, nor what is about them. */
export function isParty(person: Person, complaint: Parties): boolean {
  return person.accountId === complaint.fromAccountId || isConcerned(person, complaint);
}

/** Account ids of whoever looked into it or answered it in the rounds before: a second review is another person's. */
export function earlierHandlers(complaint: Pick<ComplaintDocument, "answers" | "round">): string[] {
  return complaint.answers
    .filter(({ round }) => round < complaint.round)
    .flatMap(({ by, investigator }) => [
      by.accountId,
      ...(investigator === undefined ? [] : [investigator.accountId]),
    ]);
}

/** Whether it may be given to this person. */
export function mayInvestigate(person: Person, complaint: ComplaintDocument): boolean {
  return !isParty(person, complaint) && !earlierHandlers(complaint).includes(person.accountId);
}

function actorsOf(person: Person, complaint: ComplaintDocument): ComplaintActor[] {
  if (person.accountId === complaint.fromAccountId) return ["writer"];
  if (isConcerned(person, complaint)) return [];
  return [
    ...(covers(person.grants, complaint) ? (["specialist"] as const) : []),
    ...(complaint.investigator?.accountId === person.accountId ? (["investigator"] as const) : []),
  ];
}

/** The writer sees it, and whoever may handle it; nobody else knows that it exists. */
export function sees(person: Person, complaint: ComplaintDocument): boolean {
  return actorsOf(person, complaint).length > 0;
}

/** What an action asks for besides the table. */
const CONDITIONS: Readonly<
  Partial<Record<ComplaintAction, (person: Person, complaint: ComplaintDocument) => boolean>>
> = {
  answer: (person, complaint) =>
    !earlierHandlers(complaint).includes(person.accountId) &&
    (complaint.status === "investigating" || ANSWERED_AT_ONCE.includes(complaint.kind)),
  disagree: (_person, { round }) => round < MOST_COMPLAINT_ROUNDS,
};

/** Whether this person's relation to the complaint allows the action, in whatever state it is. */
export function isActor(person: Person, complaint: ComplaintDocument, action: ComplaintAction): boolean {
  const { by } = COMPLAINT_LIFECYCLE[action];
  return actorsOf(person, complaint).some((actor) => by.includes(actor));
}

/** What this person may do now. */
export function actionsOf(person: Person, complaint: ComplaintDocument): ComplaintAction[] {
  return COMPLAINT_ACTIONS.filter(
    (action) =>
      COMPLAINT_LIFECYCLE[action].from.includes(complaint.status) &&
      isActor(person, complaint, action) &&
      (CONDITIONS[action]?.(person, complaint) ?? true),
  );
}

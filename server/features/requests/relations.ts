import type { Actor } from "@talent/shared/domain/lifecycle";
import { OPEN_STATUSES, isIn } from "@talent/shared/domain/requestStatus";
import { CASE_STAFF_ROLES, SPECIALIST_ROLES, type Role } from "@talent/shared/domain/roles";
import { hasRole, type Reader } from "../../platform/auth/reader";
import type { RequestDocument } from "./document";
import type { SharedWork } from "./parts";
import { openOf } from "./rules/caseWork";
import { departmentKey, keysOf, scopeKeysOfGrants } from "./scopes";

const LIAISON: readonly Role[] = ["departmentLiaison"];

function staffGrants(reader: Reader, roles: readonly string[]) {
  return reader.grants.filter((grant) => roles.includes(grant.role));
}

function isRequester(reader: Reader, request: RequestDocument): boolean {
  return hasRole(reader, "talent") && reader.talentId === request.talentId;
}

function covers(reader: Reader, roles: readonly Role[], request: RequestDocument): boolean {
  return scopeKeysOfGrants(staffGrants(reader, roles)).some((key) => keysOf(request).includes(key));
}

/** The scope keys by which somebody who works on cases sees them. */
export function caseScopes(reader: Reader): string[] {
  return scopeKeysOfGrants(staffGrants(reader, CASE_STAFF_ROLES));
}

/** Whether the reader is a specialist for people like this one: their level and district serve them (§6.1.2). */
export function servesAsSpecialist(reader: Reader, applicant: RequestDocument["applicant"]): boolean {
  const own = scopeKeysOfGrants(staffGrants(reader, SPECIALIST_ROLES));
  return keysOf({ applicant }).some((key) => own.includes(key));
}

/** Whether the reader is the person at the post that has this part of the case. */
export function holdsPart(reader: Reader, part: SharedWork): boolean {
  return (
    part.holder.accountId === reader.accountId &&
    scopeKeysOfGrants(staffGrants(reader, LIAISON)).includes(departmentKey(part.departmentId))
  );
}

/** Those asked see the case while it is open; those who did a part of it see it afterwards too. */
function helps(reader: Reader, request: RequestDocument): boolean {
  if ((request.subtasks ?? []).some((part) => holdsPart(reader, part))) return true;
  return (
    isIn(OPEN_STATUSES, request.status) &&
    (request.consultations ?? []).some((part) => holdsPart(reader, part))
  );
}

function tookIn(reader: Reader, request: RequestDocument): boolean {
  return (
    request.intake?.accountId === reader.accountId && SPECIALIST_ROLES.some((role) => hasRole(reader, role))
  );
}

/**
 * Whether the reader may know of the request: it is their own, or handed in and in their part of the staff, or begun
 * at their window, or their post helps with it.
 */
export function maySee(reader: Reader, request: RequestDocument): boolean {
  if (isRequester(reader, request)) return true;
  if (request.submittedAt === undefined) return tookIn(reader, request);
  return covers(reader, CASE_STAFF_ROLES, request) || helps(reader, request);
}

/** Whether the reader sees it as one of the staff, not as the person who asks. */
export function seesAsStaff(reader: Reader, request: RequestDocument): boolean {
  return !isRequester(reader, request);
}

/**
 * How the reader stands to the request. The municipal platform supervises what it coordinates; where only the
 * district serves (E, F), the district's specialist does (§6.3.1, §6.6.2 a). Papers of a request taken in at a
 * window are brought to whichever specialist is there.
 */
export function relationsOf(reader: Reader, request: RequestDocument): ReadonlySet<Actor> {
  if (isRequester(reader, request)) return new Set<Actor>(["requester"]);
  const [highest] = keysOf(request);
  const own = scopeKeysOfGrants(staffGrants(reader, SPECIALIST_ROLES));
  const isSpecialist = request.submittedAt !== undefined && covers(reader, SPECIALIST_ROLES, request);
  const holds: Readonly<Record<Exclude<Actor, "requester">, boolean>> = {
    specialist: isSpecialist,
    supervisor: isSpecialist && highest !== undefined && own.includes(highest),
    intake: tookIn(reader, request) || (isSpecialist && request.intake !== undefined),
    postHolder: request.holder?.accountId === reader.accountId && covers(reader, LIAISON, request),
    consulted: openOf(request.consultations).some((part) => holdsPart(reader, part)),
    subtaskHolder: openOf(request.subtasks).some((part) => holdsPart(reader, part)),
  };
  return new Set((Object.keys(holds) as (keyof typeof holds)[]).filter((actor) => holds[actor]));
}

import { POST_LETTERS, type PostLetter } from "@talent/shared/domain/posts";
import { POST_KEEPER_ROLES, SPECIALIST_ROLES } from "@talent/shared/domain/roles";
import { grantsOf, hasAnyRole, type Reader } from "../../platform/auth/reader";
import type { Absence, PostDocument } from "./model";

type OfDepartment = Pick<PostDocument, "departmentId">;

/** Departments for which the reader is a liaison. */
export function departmentsOf(reader: Reader): string[] {
  return grantsOf(reader, "departmentLiaison").flatMap(({ departmentId }) => departmentId ?? []);
}

function belongsTo(reader: Reader, { departmentId }: OfDepartment): boolean {
  return departmentsOf(reader).includes(departmentId);
}

/** Specialists and administrators see the plan of every post, liaisons that of their department. */
export function seesEveryPost(reader: Reader): boolean {
  return hasAnyRole(reader, [...SPECIALIST_ROLES, ...POST_KEEPER_ROLES]);
}

export function maySeePost(reader: Reader, post: OfDepartment): boolean {
  return seesEveryPost(reader) || belongsTo(reader, post);
}

/** Administrators open posts and say who holds them. */
export function mayChangePosts(reader: Reader): boolean {
  return hasAnyRole(reader, POST_KEEPER_ROLES);
}

/** Absences are entered by the holder, by a liaison of the same department, or by an administrator. */
export function mayRegisterFor(
  reader: Reader,
  post: OfDepartment & Pick<PostDocument, "holders">,
): PostLetter[] {
  if (!mayChangePosts(reader) && !belongsTo(reader, post)) return [];
  return POST_LETTERS.filter((letter) => post.holders.some((holder) => holder.letter === letter));
}

/** An absence can be ended by whoever could enter it, until it is over. */
export function mayEndAbsence(
  reader: Reader,
  post: PostDocument,
  absence: Absence,
  todayOn: string,
): boolean {
  return (
    absence.state === "registered" &&
    absence.toOn >= todayOn &&
    mayRegisterFor(reader, post).includes(absence.letter)
  );
}

/** It can be given an earlier last day, today at the earliest, while it is longer than that. */
export function mayShortenAbsence(
  reader: Reader,
  post: PostDocument,
  absence: Absence,
  todayOn: string,
): boolean {
  const earliest = absence.fromOn > todayOn ? absence.fromOn : todayOn;
  return mayEndAbsence(reader, post, absence, todayOn) && absence.toOn > earliest;
}

import { addDays } from "@talent/shared/calendar/dates";
import type { WorkingCalendar } from "@talent/shared/calendar/workingDays";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { onDuty } from "@talent/shared/domain/posts";
import type { Reader } from "../../platform/auth/reader";
import { coveredBy, coversUntil } from "./duty";
import type { Absence, PostDocument } from "./model";
import { mayChangePosts, mayEndAbsence, mayRegisterFor, mayShortenAbsence } from "./policy";

/** The days that a plan shows. */
export interface PlanFrame {
  reader: Reader;
  fromOn: string;
  days: number;
  todayOn: string;
  calendar: WorkingCalendar;
}

/** Who is on duty on a day, and for whom until when; undefined where nobody is. */
export function presentDuty(post: PostDocument, on: string, calendar: WorkingCalendar): PlannedPost["duty"] {
  const holder = onDuty(post, on, calendar);
  if (holder === undefined) return undefined;
  return {
    letter: holder.letter,
    name: holder.name,
    coveringFor: coveredBy(post, holder),
    untilOn: coversUntil(post, on, calendar),
  };
}

function presentAbsence(
  post: PostDocument,
  absence: Absence,
  frame: PlanFrame,
): PlannedPost["absences"][number] {
  const { reader, todayOn } = frame;
  return {
    id: absence.id,
    letter: absence.letter,
    name: post.holders.find(({ accountId }) => accountId === absence.accountId)?.name ?? "",
    fromOn: absence.fromOn,
    toOn: absence.toOn,
    reason: absence.reason,
    state: absence.state,
    canEnd: mayEndAbsence(reader, post, absence, todayOn),
    canShorten: mayShortenAbsence(reader, post, absence, todayOn),
  };
}

/** A post with what lies in the days of the plan. */
export function presentPost(post: PostDocument, openCases: number, frame: PlanFrame): PlannedPost {
  const { reader, fromOn, days, todayOn, calendar } = frame;
  const lastOn = addDays(fromOn, days - 1);
  const inPlan = ({ state, fromOn: from, toOn }: Absence) =>
    state === "registered" && from <= lastOn && toOn >= fromOn;
  return {
    id: post._id.toHexString(),
    version: post.version,
    status: post.status,
    name: post.name,
    departmentId: post.departmentId,
    departmentName: post.departmentName,
    level: post.level,
    districtCode: post.districtCode,
    phone: post.phone,
    itemCodes: post.itemCodes,
    isDefault: post.isDefault,
    holders: post.holders.map(({ letter, accountId, name }) => ({ letter, accountId, name })),
    absences: post.absences
      .filter(inPlan)
      .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
      .map((absence) => presentAbsence(post, absence, frame)),
    duty: presentDuty(post, todayOn, calendar),
    openCases,
    canRegisterFor: post.status === "active" ? mayRegisterFor(reader, post) : [],
    canChange: mayChangePosts(reader),
  };
}

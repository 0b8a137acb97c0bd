import { addDays, dateInShanghai } from "@talent/shared/calendar/dates";
import type { CycleDetail, CycleSummary } from "@talent/shared/contract/schemas/cycles";
import {
  APPEAL_DAYS,
  cycleDates,
  daysLeft,
  evaluationWindow,
  mayAppeal,
  suggestedDecision,
  nextCycle,
  type CycleActor,
} from "@talent/shared/domain/cycles";
import { districtName } from "@talent/shared/domain/districts";
import { maskName } from "@talent/shared/domain/masking";
import type { Reader } from "../../platform/auth/reader";
import type { CycleDocument, CycleEvent, EvaluationDraft, PersonRef } from "./document";
import { actionsOf, actorsOf } from "./policy";

/** A row of a list. */
export function presentSummary(cycle: CycleDocument, now: Date): CycleSummary {
  const { talentId, maskedName, category, districtCode, employerName, status, startsOn, endsOn } = cycle;
  return {
    id: cycle._id.toHexString(),
    ...{ talentId, maskedName, category, districtCode, employerName, startsOn, endsOn },
    districtName: districtName(districtCode),
    stage: status,
    notifiedOn: cycleDates(cycle).notifiedOn,
    evaluationOpensOn: cycleDates(cycle).evaluationOpensOn,
    daysLeft: daysLeft(cycle, dateInShanghai(now)),
  };
}

/** How a reader is shown people: a talent sees the names of staff masked. */
type Naming = (person: Pick<PersonRef, "name" | "office">) => string;

function namingFor(actors: readonly CycleActor[]): Naming {
  const masked = actors.includes("talent");
  return ({ name, office }) => [office, masked ? maskName(name) : name].filter(Boolean).join(" ");
}

function presentForm(cycle: CycleDocument, form: EvaluationDraft) {
  const { stillFullTime, grade, opinion, attachmentIds } = form;
  return {
    ...(stillFullTime === undefined ? {} : { stillFullTime }),
    ...(grade === undefined ? {} : { grade }),
    ...(opinion === undefined ? {} : { opinion }),
    attachments: cycle.files
      .filter(({ fileId }) => attachmentIds.includes(fileId))
      .map(({ fileId, fileName, bytes }) => ({ id: fileId, name: fileName, size: bytes })),
  };
}

function presentWindow(cycle: CycleDocument, todayOn: string): CycleDetail["window"] {
  const window = evaluationWindow(cycle, todayOn, cycle.lateRequest?.allowed === true);
  if (window.open) return { open: true, late: window.late };
  const on = window.why === "tooEarly" ? window.opensOn : window.closedOn;
  return { open: false, why: window.why, on };
}

function presentEvent(event: CycleEvent, nameOf: Naming): CycleDetail["timeline"][number] {
  const { id, type, at, side, byName, office, note } = event;
  const who = side === "employer" || side === "specialist" ? nameOf({ name: byName, office }) : "";
  return { id, type, at: at.toISOString(), who, ...(note === undefined ? {} : { note }) };
}

/** What was handed in, by whom. */
function written(cycle: CycleDocument, actors: readonly CycleActor[], nameOf: Naming) {
  const { draft, evaluation, lateRequest, statement } = cycle;
  return {
    ...(draft === undefined || !actors.includes("employer") ? {} : { draft: presentForm(cycle, draft) }),
    ...(evaluation === undefined
      ? {}
      : {
          evaluation: {
            ...presentForm(cycle, evaluation),
            by: nameOf({ name: evaluation.by.name, office: cycle.employerName }),
            at: evaluation.at.toISOString(),
            late: evaluation.late,
          },
        }),
    ...(lateRequest === undefined
      ? {}
      : { lateRequest: { ...lateRequest, at: lateRequest.at.toISOString() } }),
    ...(statement === undefined ? {} : { statement: { ...statement, at: statement.at.toISOString() } }),
  };
}

function suggestionFor(
  { status, evaluation, verification }: CycleDocument,
  actors: readonly CycleActor[],
): Pick<CycleDetail, "suggested"> {
  if (status !== "verifying" || !actors.includes("specialist")) return {};
  const suggested = suggestedDecision(evaluation?.grade, evaluation?.stillFullTime, verification);
  return suggested === undefined ? {} : { suggested };
}

function appealDay({ status, decisions, appeals }: CycleDocument, todayOn: string) {
  const last = decisions.at(-1);
  if (last === undefined || (status !== "paused" && status !== "ended")) return {};
  const decidedOn = dateInShanghai(last.at);
  return mayAppeal(decidedOn, appeals.length, todayOn)
    ? { appealUntil: addDays(decidedOn, APPEAL_DAYS) }
    : {};
}

/** One cycle as this reader may see it: the employer sees neither what the sources said nor the talent's appeal. */
export function presentDetail(cycle: CycleDocument, reader: Reader, now: Date): CycleDetail {
  const actors = actorsOf(reader, cycle);
  const nameOf = namingFor(actors);
  const todayOn = dateInShanghai(now);
  const insider = actors.includes("talent") || actors.includes("specialist");
  return {
    ...presentSummary(cycle, now),
    ...written(cycle, actors, nameOf),
    window: presentWindow(cycle, todayOn),
    verification: insider
      ? cycle.verification.map((answer) => ({ ...answer, at: answer.at.toISOString() }))
      : [],
    ...suggestionFor(cycle, actors),
    decisions: cycle.decisions.map(({ decision, reason, by, at }) => ({
      ...{ decision, reason },
      by: nameOf(by),
      at: at.toISOString(),
    })),
    appeals: insider ? cycle.appeals.map(({ reason, at }) => ({ reason, at: at.toISOString() })) : [],
    ...appealDay(cycle, todayOn),
    ...(cycle.nextId === undefined ? {} : { next: { id: cycle.nextId, ...nextCycle(cycle) } }),
    timeline: cycle.timeline
      .filter(({ type }) => insider || type !== "appealed")
      .map((event) => presentEvent(event, nameOf)),
    can: actionsOf(reader, cycle, todayOn),
  };
}

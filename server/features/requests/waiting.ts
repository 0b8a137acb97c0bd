import type { WaitingKind } from "@talent/shared/domain/caseWork";
import {
  EXTENSION_STATUSES,
  RETURNS_WITHOUT_SUPERVISOR,
  SHARED_WORK_STATUSES,
  SUPERVISED_STATUSES,
  URGE_ANSWER_STATUSES,
} from "@talent/shared/domain/caseWork";
import { isIn } from "@talent/shared/domain/requestStatus";
import type { RequestDocument } from "./document";
import { openOf, openSupervision, openUrge } from "./rules/caseWork";
import { keysOf, type ScopeKey } from "./scopes";

/** Somebody who has something to do on a case. */
interface WaitingEntry {
  /** `account:<id>`, or the scope key of a part of the staff. */
  key: string;
  kind: WaitingKind;
  id?: string | undefined;
  dueAt?: Date | undefined;
}

export function accountKey(accountId: string): string {
  return `account:${accountId}`;
}

/** Marks what a supervisor watches, for the filter 督办中 of each part of the staff. */
export function supervisedKey(scopeKey: ScopeKey): string {
  return `supervised:${scopeKey}`;
}

/** Whoever has the case: the holder, else the specialists of its scope. */
function workers(request: RequestDocument): string[] {
  return request.holder === undefined ? specialistKeys(request) : [accountKey(request.holder.accountId)];
}

function specialistKeys(request: RequestDocument): ScopeKey[] {
  return keysOf({ applicant: request.applicant });
}

function deciding(request: RequestDocument): WaitingEntry[] {
  const entries: WaitingEntry[] = [];
  if (request.extension?.state === "asked" && isIn(EXTENSION_STATUSES, request.status))
    for (const key of specialistKeys(request))
      entries.push({ key, kind: "extension", dueAt: request.laneAt });
  const [highest] = specialistKeys(request);
  if (
    request.status === "accepted" &&
    (request.returns ?? 0) > RETURNS_WITHOUT_SUPERVISOR &&
    highest !== undefined
  )
    entries.push({ key: highest, kind: "returnedTwice", dueAt: request.laneAt });
  return entries;
}

function urged(request: RequestDocument): WaitingEntry[] {
  const urge = openUrge(request.urges);
  if (urge === undefined || !isIn(URGE_ANSWER_STATUSES, request.status)) return [];
  return workers(request).map((key) => ({ key, kind: "urge", id: urge.id, dueAt: request.laneAt }));
}

function supervised(request: RequestDocument): WaitingEntry[] {
  const supervision = openSupervision(request.supervisions);
  if (supervision === undefined) return [];
  const { id, dueAt } = supervision;
  if (supervision.answeredAt === undefined)
    return workers(request).map((key) => ({ key, kind: "supervision", id, dueAt }));
  return specialistKeys(request)
    .slice(0, 1)
    .map((key) => ({ key, kind: "supervisionAnswered", id }));
}

function shared(request: RequestDocument): WaitingEntry[] {
  if (!isIn(SHARED_WORK_STATUSES, request.status)) return [];
  const entry =
    (kind: WaitingKind) => (part: { id: string; dueAt: Date; holder: { accountId: string } }) => ({
      key: accountKey(part.holder.accountId),
      kind,
      id: part.id,
      dueAt: part.dueAt,
    });
  return [
    ...openOf(request.consultations).map(entry("consultation")),
    ...openOf(request.subtasks).map(entry("subtask")),
  ];
}

/** Everybody for whom the case waits beside its lane, with what and until when. */
export function waitingEntries(request: RequestDocument): WaitingEntry[] {
  if (!isIn(SUPERVISED_STATUSES, request.status)) return [];
  return [...deciding(request), ...urged(request), ...supervised(request), ...shared(request)];
}

/** The stored keys: what `waitingEntries` names, and the marks of 督办中. */
export function waitingKeys(request: RequestDocument): string[] {
  const keys = waitingEntries(request).map(({ key }) => key);
  const watched = isSupervised(request) ? keysOf(request).map(supervisedKey) : [];
  return [...new Set([...keys, ...watched])];
}

/** 督办中: a supervisor watches it and has not ended that. */
export function isSupervised(request: RequestDocument): boolean {
  return isIn(SUPERVISED_STATUSES, request.status) && openSupervision(request.supervisions) !== undefined;
}

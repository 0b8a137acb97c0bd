import { instantInShanghai } from "@talent/shared/calendar/dates";
import { SHARED_WORK_STATUSES, URGEABLE_STATUSES } from "@talent/shared/domain/caseWork";
import type { WatchedLimit } from "@talent/shared/domain/escalation";
import { OPEN_STATUSES, isIn, type RequestStatus } from "@talent/shared/domain/requestStatus";
import type { CaseParts, SharedWork, StaffRef } from "../parts";
import { openOf, openSupervision } from "../rules/caseWork";

/** A limit that is watched, and whom a part of a case concerns beside the case itself. */
export interface Watched {
  limit: WatchedLimit;
  /** Names this very limit: a fresh one, or one whose length was changed, speaks anew. */
  anchor: string;
  warnAt?: Date | undefined;
  dueAt: Date;
  /** Who is to answer the part, and who asked for it. */
  asked?: Pick<StaffRef, "accountId" | "office"> | undefined;
  askerId?: string | undefined;
}

/** What of a request decides which of its parts are watched. */
export interface PartFacts extends CaseParts {
  status: RequestStatus;
  holder?: StaffRef | undefined;
  specialist?: StaffRef | undefined;
}

function sharedWork(limit: WatchedLimit, parts: readonly SharedWork[] | undefined): Watched[] {
  return openOf(parts).map(({ id, dueAt, holder, byId }) => ({
    limit,
    anchor: id,
    dueAt,
    asked: holder,
    askerId: byId,
  }));
}

function supervision(request: PartFacts): Watched[] {
  const open = openSupervision(request.supervisions);
  if (open === undefined || open.answeredAt !== undefined || !isIn(OPEN_STATUSES, request.status)) return [];
  const asked = request.holder ?? request.specialist;
  return [{ limit: "supervision", anchor: open.id, dueAt: open.dueAt, asked, askerId: open.byId }];
}

/** A promise names a day: it is kept until the day is over. */
const LAST_MINUTE = "23:59";

/** The newest promise replaces those before it. */
function promise({ urges, status }: PartFacts): Watched[] {
  const newest = urges?.findLast(({ promisedOn }) => promisedOn !== undefined);
  if (newest?.promisedOn === undefined || !isIn(URGEABLE_STATUSES, status)) return [];
  return [{ limit: "promise", anchor: newest.id, dueAt: instantInShanghai(newest.promisedOn, LAST_MINUTE) }];
}

/**
 * The parts of a case whose answer or promise somebody waits for. They are watched whether or not the case's own clock
 * stands: a talent who supplements does not keep a department from answering.
 */
export function watchedParts(request: PartFacts): Watched[] {
  const shared = isIn(SHARED_WORK_STATUSES, request.status);
  return [
    ...(shared ? sharedWork("consultation", request.consultations) : []),
    ...(shared ? sharedWork("subtask", request.subtasks) : []),
    ...supervision(request),
    ...promise(request),
  ];
}

import { Types } from "mongoose";
import { ESCALATION } from "@talent/shared/domain/escalation";
import type { NoticeType } from "@talent/shared/domain/notices";
import { OPEN_STATUSES, isIn, type RequestStatus } from "@talent/shared/domain/requestStatus";
import type { WaitingNotice } from "../../../platform/database/outbox";
import { RequestModel } from "../model";

interface State {
  _id: Types.ObjectId;
  status: RequestStatus;
}

const CLOCK_NOTICES: readonly NoticeType[] = ESCALATION.flatMap(({ tell }) =>
  tell.map(({ notice }) => notice),
);
const LIMIT_OF = new Map(ESCALATION.flatMap(({ limit, tell }) => tell.map(({ notice }) => [notice, limit])));

/** Statuses in which a warning about the limit still says something true. */
function stillTrue(type: NoticeType, status: RequestStatus): boolean {
  const limit = LIMIT_OF.get(type);
  if (limit === "acceptance") return status === "submitted";
  if (limit === "signing") return status === "dispatched" || status === "reopened";
  return isIn(OPEN_STATUSES, status);
}

/** Of notices of the clock that waited for the morning: those whose case was settled in the meantime. */
export async function lapsedClockNotices(waiting: readonly WaitingNotice[]): Promise<Set<string>> {
  const ofClock = waiting.filter(({ type }) => CLOCK_NOTICES.includes(type));
  const ids = [...new Set(ofClock.map(({ subjectId }) => subjectId))].map((id) => new Types.ObjectId(id));
  const found = await RequestModel.collection
    .find<State>({ _id: { $in: ids } }, { projection: { status: 1 } })
    .toArray();
  const statuses = new Map(found.map(({ _id, status }) => [_id.toHexString(), status]));
  const gone = ofClock.filter(({ type, subjectId }) => {
    const status = statuses.get(subjectId);
    return status === undefined || !stillTrue(type, status);
  });
  return new Set(gone.map(({ id }) => id));
}

import { Types } from "mongoose";
import { ESCALATION, type WatchedLimit } from "@talent/shared/domain/escalation";
import { OPEN_STATUSES, isIn, type RequestStatus } from "@talent/shared/domain/requestStatus";
import type { WaitingNotice } from "../../../platform/database/outbox";
import { RequestModel } from "../model";
import { watchedParts, type PartFacts } from "./watchedParts";

type State = PartFacts & { _id: Types.ObjectId };

const PROJECTION = {
  ...{ status: 1, holder: 1, specialist: 1 },
  ...{ consultations: 1, subtasks: 1, supervisions: 1, urges: 1 },
};
const LIMIT_OF = new Map<string, WatchedLimit>(ESCALATION.map(({ key, limit }) => [key, limit]));

const CASE_LIMITS: Readonly<Partial<Record<WatchedLimit, (status: RequestStatus) => boolean>>> = {
  acceptance: (status) => status === "submitted",
  signing: (status) => status === "dispatched" || status === "reopened",
  handling: (status) => isIn(OPEN_STATUSES, status),
};

/** Whether what a step of the ladder said is still so: the case is in that state, the part still waits. */
function stillTrue(limit: WatchedLimit, anchor: string, request: PartFacts): boolean {
  const ofCase = CASE_LIMITS[limit];
  if (ofCase !== undefined) return ofCase(request.status);
  return watchedParts(request).some((part) => part.limit === limit && part.anchor === anchor);
}

/** Of notices of the clock that waited for the morning: those whose case or part was settled in the meantime. */
export async function lapsedClockNotices(waiting: readonly WaitingNotice[]): Promise<Set<string>> {
  const ofClock = waiting.flatMap(({ id, subjectId, occasion }) => {
    const [key = "", anchor = ""] = occasion.split("@");
    const limit = LIMIT_OF.get(key);
    return limit === undefined ? [] : [{ id, subjectId, limit, anchor }];
  });
  const ids = [...new Set(ofClock.map(({ subjectId }) => subjectId))].map((id) => new Types.ObjectId(id));
  const found = await RequestModel.collection
    .find<State>({ _id: { $in: ids } }, { projection: PROJECTION })
    .toArray();
  const requests = new Map(found.map((request) => [request._id.toHexString(), request]));
  const gone = ofClock.filter(({ subjectId, limit, anchor }) => {
    const request = requests.get(subjectId);
    return request === undefined || !stillTrue(limit, anchor, request);
  });
  return new Set(gone.map(({ id }) => id));
}

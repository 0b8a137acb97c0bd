import type { Reader } from "../../../platform/auth/reader";
import { endedClock, type Step } from "../change";
import type { RequestDocument, StaffRef } from "../document";
import { startClock } from "../rules/clock";

export function staffRef(reader: Reader): StaffRef {
  return { accountId: reader.accountId, name: reader.name, office: reader.office };
}

/** Accept 受理: the handling limit of the request's item version starts; today does not count. */
export function accept(request: RequestDocument, reader: Reader, now: Date): Step {
  return {
    type: "accepted",
    set: {
      specialist: staffRef(reader),
      clock: startClock("handling", request.item.limitDays, now),
    },
  };
}

export function reject(request: RequestDocument, reader: Reader, now: Date, reason: string): Step {
  return {
    type: "rejected",
    note: reason,
    set: {
      specialist: staffRef(reader),
      reason,
      clock: endedClock(request, now),
    },
  };
}

/** Closes as out of scope and says who is responsible instead (§6.4.6). */
export function markOutOfScope(
  request: RequestDocument,
  reader: Reader,
  now: Date,
  body: { reason: string; responsible: string },
): Step {
  return {
    type: "outOfScope",
    note: body.reason,
    set: {
      specialist: staffRef(reader),
      reason: body.reason,
      responsible: body.responsible,
      clock: endedClock(request, now),
    },
  };
}

import { instantInShanghai } from "@talent/shared/calendar/dates";
import { DISTRICTS } from "@talent/shared/domain/districts";
import type { RequestDocument } from "../document";
import { RequestModel } from "../model";
import { NEVER_DUE, type LaneKey } from "../rules/lanes";

/** Lanes of work whose clock may run. */
const OPEN_LANES: readonly LaneKey[] = ["toAccept", "toDispatch", "active"];
/** Every request that was handed in has a district, so that its index finds them all. */
const CODES = DISTRICTS.map(({ code }) => code);

/** What is read of a case to compute its dates. */
export type DatedCase = Pick<
  RequestDocument,
  | "_id"
  | "number"
  | "status"
  | "item"
  | "applicant"
  | "requesterAccountId"
  | "holder"
  | "specialist"
  | "clock"
  | "laneAt"
>;

const PROJECTION = {
  ...{ number: 1, status: 1, item: 1, requesterAccountId: 1, holder: 1, specialist: 1, clock: 1, laneAt: 1 },
  "applicant.maskedName": 1,
} as const;

function inLane(laneAt: object) {
  return { "scope.district": { $in: CODES }, laneKey: { $in: OPEN_LANES }, laneAt };
}

function beginOf(year: number): Date {
  return instantInShanghai(`${year}-01-01`, "00:00");
}

/**
 * Open cases whose due time a change of a year's days can move: those due in it or later. Whatever is due earlier has
 * all its days before the year.
 */
export function affectedBy(year: number) {
  return RequestModel.collection.find<DatedCase>(inLane({ $gte: beginOf(year), $lt: NEVER_DUE }), {
    projection: PROJECTION,
  });
}

/** Open cases that it cannot move: due before the year begins, and those whose clock stands. */
export async function countUnaffected(year: number): Promise<{ dueBefore: number; stopped: number }> {
  const [dueBefore, stopped] = await Promise.all([
    RequestModel.collection.countDocuments(inLane({ $lt: beginOf(year) })),
    RequestModel.collection.countDocuments(inLane({ $gte: NEVER_DUE })),
  ]);
  return { dueBefore, stopped };
}

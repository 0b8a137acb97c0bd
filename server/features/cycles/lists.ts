import { Types } from "mongoose";
import type * as z from "zod/mini";
import { addMonths, dateInShanghai, dateOfDayNumber, dayNumber } from "@talent/shared/calendar/dates";
import type { cycleListQuery } from "@talent/shared/contract/schemas/cycles";
import { CYCLE_STAGES, NOTIFIED_MONTHS_BEFORE, type CycleStage } from "@talent/shared/domain/cycles";
import type { Role, RoleGrant } from "@talent/shared/domain/roles";
import { categoriesServedBy } from "@talent/shared/domain/talents";
import type { Reader } from "../../platform/auth/reader";
import { readCursor, type Place } from "../../platform/database/cursor";
import type { CycleDocument } from "./document";
import { CycleModel } from "./model";

type ListQuery = z.output<typeof cycleListQuery>;
type Filter = Record<string, unknown>;

/** The part of the cycles that a role reads (§6.1.2, §6.3); a role without its scope reads none. */
const SCOPES: Readonly<Partial<Record<Role, (grant: RoleGrant) => Filter | undefined>>> = {
  administrator: () => ({}),
  municipalSpecialist: () => ({ category: { $in: categoriesServedBy("municipal") } }),
  districtSpecialist: ({ districtCode }) => (districtCode === undefined ? undefined : { districtCode }),
  employerLiaison: ({ employerId }) => (employerId === undefined ? undefined : { employerId }),
};

const NOTHING: Filter = { _id: { $exists: false } };

/** Which cycles the reader's lists hold; never the reader's own. */
function scopeOf({ grants, talentId }: Pick<Reader, "grants" | "talentId">): Filter {
  const parts = grants.flatMap((grant) => SCOPES[grant.role]?.(grant) ?? []);
  const own = talentId === undefined ? {} : { talentId: { $ne: talentId } };
  const [only, ...others] = parts;
  if (only === undefined) return NOTHING;
  return { ...own, ...(others.length === 0 ? only : { $or: parts }) };
}

/** Where a row stands in a list. */
export function cyclePlace({ endsOn, _id }: CycleDocument): Place {
  return { at: dayNumber(endsOn), id: _id.toHexString() };
}

function after(cursor: string): Filter {
  const { at, id } = readCursor(cursor);
  const endsOn = dateOfDayNumber(at);
  return { $or: [{ endsOn: { $gt: endsOn } }, { endsOn, _id: { $gt: new Types.ObjectId(id) } }] };
}

/**
 * The query of a list, the cycle that ends first at the top; without a stage the open ones. One row more than a page.
 */
export function listQuery(reader: Pick<Reader, "grants" | "talentId">, query: ListQuery) {
  const { stage, districtCode, category, endsBy, cursor, limit } = query;
  return CycleModel.find({
    $and: [
      stage === undefined ? { open: true } : { status: stage },
      scopeOf(reader),
      ...(districtCode === undefined ? [] : [{ districtCode }]),
      ...(category === undefined ? [] : [{ category }]),
      ...(endsBy === undefined ? [] : [{ endsOn: { $lte: endsBy } }]),
      ...(cursor === undefined ? [] : [after(cursor)]),
    ],
  })
    .sort({ endsOn: 1, _id: 1 })
    .limit(limit + 1)
    .lean<CycleDocument[]>();
}

/** How many cycles of the reader's scope stand where, and how many open ones end within three months. */
export async function countCycles(
  reader: Pick<Reader, "grants" | "talentId">,
  now: Date,
): Promise<{ stages: { stage: CycleStage; count: number }[]; endingSoon: number }> {
  const scope = scopeOf(reader);
  const todayOn = dateInShanghai(now);
  const soon = { $gte: todayOn, $lte: addMonths(todayOn, NOTIFIED_MONTHS_BEFORE) };
  const [groups, endingSoon] = await Promise.all([
    CycleModel.aggregate<{ _id: CycleStage; count: number }>([
      { $match: scope },
      { $group: { _id: "$status", count: { $sum: 1 } } },
    ]),
    CycleModel.countDocuments({ $and: [{ open: true, endsOn: soon }, scope] }),
  ]);
  const counts = new Map(groups.map(({ _id, count }) => [_id, count]));
  return { stages: CYCLE_STAGES.map((stage) => ({ stage, count: counts.get(stage) ?? 0 })), endingSoon };
}

/** Cycles of a talent that have begun by this day, the latest first. */
export function ownCycle(talentId: string, todayOn: string) {
  return CycleModel.findOne({ talentId, startsOn: { $lte: todayOn } })
    .sort({ startsOn: -1 })
    .lean<CycleDocument>();
}

import type * as z from "zod/mini";
import { Types, type QueryFilter } from "mongoose";
import type { boardCountsQuery } from "@talent/shared/contract/schemas/board";
import type { BoardLane } from "@talent/shared/domain/requestStatus";
import type { Catalogue } from "../catalogue/index";
import type { Place } from "../../platform/database/cursor";
import type { RequestDocument } from "./document";
import { RequestModel } from "./model";
import { scopeFilter, type ScopeKey } from "./scopes";
import { supervisedKey } from "./waiting";

export type Filter = QueryFilter<RequestDocument>;
export type BoardFilters = z.output<typeof boardCountsQuery>;

const DAY_MS = 86_400_000;
/** Done work stays on the board this long. */
const DONE_DAYS = 30;

interface LaneQuery {
  filter(now: Date): Filter;
  /** The field that the lane is sorted by; the index of the lane begins with scope and holds it next. */
  sortedBy: "laneAt" | "warnAt";
  direction: 1 | -1;
}

/**
 * How each lane is read from one index, so that its first page costs the same at ten thousand and at a million
 * requests. What is in hand is sorted by the instant of its warning: that index skips everything that is due soon
 * or late.
 */
export const LANES: Readonly<Record<BoardLane, LaneQuery>> = {
  toAccept: { filter: () => ({ laneKey: "toAccept" }), sortedBy: "laneAt", direction: 1 },
  toDispatch: { filter: () => ({ laneKey: "toDispatch" }), sortedBy: "laneAt", direction: 1 },
  inHand: {
    filter: (now) => ({ laneKey: "active", warnAt: { $gt: now }, laneAt: { $gt: now } }),
    sortedBy: "warnAt",
    direction: 1,
  },
  dueSoon: {
    filter: (now) => ({ laneKey: "active", laneAt: { $gt: now }, warnAt: { $lte: now } }),
    sortedBy: "laneAt",
    direction: 1,
  },
  overdue: {
    filter: (now) => ({ laneKey: "active", laneAt: { $lte: now } }),
    sortedBy: "laneAt",
    direction: 1,
  },
  done: {
    filter: (now) => ({ laneKey: "done", laneAt: { $gt: new Date(now.getTime() - DONE_DAYS * DAY_MS) } }),
    sortedBy: "laneAt",
    direction: -1,
  },
};

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The beginning of a case number, or part of the name of an item or an employer. */
function searchFilter(q: string, catalogue: Catalogue): Filter {
  if (/^\d{1,2}(-\d{0,6})?$/.test(q)) return { number: { $regex: `^${escaped(q)}` } };
  const sought = q.toLowerCase();
  const items = catalogue.items.filter((item) =>
    item.versions.some(({ name }) => name.zh.includes(q) || name.en.toLowerCase().includes(sought)),
  );
  return {
    $or: [
      { "item.id": { $in: items.map((item) => item._id.toHexString()) } },
      { "applicant.employerName": { $regex: escaped(q) } },
    ],
  };
}

export function narrowed(filters: BoardFilters, catalogue: Catalogue): Filter[] {
  const parts: Filter[] = [];
  if (filters.district !== undefined) parts.push({ "applicant.districtCode": filters.district });
  if (filters.itemId !== undefined) parts.push({ "item.id": filters.itemId });
  if (filters.postId !== undefined) parts.push({ postId: filters.postId });
  if (filters.category !== undefined) parts.push({ "applicant.category": filters.category });
  if (filters.q !== undefined) parts.push(searchFilter(filters.q, catalogue));
  return parts;
}

/** 督办中, by the index of what is watched in this scope. */
export function watched(filters: BoardFilters, scopeKeys: readonly ScopeKey[]): Filter[] {
  if (filters.supervised === undefined) return [];
  return [{ waiting: { $in: scopeKeys.map(supervisedKey) } }];
}

/** Somebody without a scope has an empty board, not everybody's. */
export function scoped(scopeKeys: readonly ScopeKey[]): Filter {
  const [first, ...others] = scopeKeys.map(scopeFilter);
  if (first === undefined) return { _id: { $in: [] } };
  return others.length === 0 ? first : { $or: [first, ...others] };
}

function after(place: Place, { sortedBy, direction }: LaneQuery): Filter {
  const beyond = direction === 1 ? "$gt" : "$lt";
  const at = new Date(place.at);
  return {
    $or: [
      { [sortedBy]: { [beyond]: at } },
      { [sortedBy]: at, _id: { [beyond]: new Types.ObjectId(place.id) } },
    ],
  };
}

export interface BoardQuery {
  scopeKeys: readonly ScopeKey[];
  filters: BoardFilters;
  catalogue: Catalogue;
  now: Date;
}

interface LanePage {
  after?: Place | undefined;
  limit: number;
}

/** The query of a lane's page in one scope: an equality on the scope lets an index give the order. */
export function laneQuery(
  lane: BoardLane,
  scopeKey: ScopeKey,
  { filters, catalogue, now }: Omit<BoardQuery, "scopeKeys">,
  page: LanePage,
) {
  const query = LANES[lane];
  const parts: Filter[] = [
    scopeFilter(scopeKey),
    query.filter(now),
    ...narrowed(filters, catalogue),
    ...watched(filters, [scopeKey]),
  ];
  if (page.after !== undefined) parts.push(after(page.after, query));
  return RequestModel.find({ $and: parts })
    .sort({ [query.sortedBy]: query.direction, _id: query.direction })
    .limit(page.limit)
    .lean<RequestDocument[]>();
}

/** Where a row stands in its lane. */
export function placeIn(lane: BoardLane, row: RequestDocument): Place {
  const at = LANES[lane].sortedBy === "warnAt" ? row.warnAt : row.laneAt;
  return { at: (at ?? row.laneAt).getTime(), id: row._id.toHexString() };
}

/** One page of a lane. Whoever holds several scopes gets their pages merged, each case once. */
export async function readLane(
  lane: BoardLane,
  board: BoardQuery,
  page: LanePage,
): Promise<RequestDocument[]> {
  const pages = await Promise.all(board.scopeKeys.map((key) => laneQuery(lane, key, board, page).exec()));
  const [only] = pages;
  if (pages.length === 1 && only !== undefined) return only;
  const rows = new Map(pages.flat().map((row) => [row._id.toHexString(), row]));
  const { direction } = LANES[lane];
  return [...rows.values()]
    .map((row) => ({ row, place: placeIn(lane, row) }))
    .sort((a, b) => direction * (a.place.at - b.place.at || (a.place.id < b.place.id ? -1 : 1)))
    .slice(0, page.limit)
    .map(({ row }) => row);
}

import { Types } from "mongoose";
import type * as z from "zod/mini";
import type { complaintDeskQuery } from "@talent/shared/contract/schemas/complaints";
import { districtsServed } from "@talent/shared/domain/roles";
import type { Reader } from "../../platform/auth/reader";
import { readCursor, type Place } from "../../platform/database/cursor";
import type { ComplaintDocument } from "./document";
import { ComplaintModel } from "./model";

type DeskQuery = z.output<typeof complaintDeskQuery>;

/** Where a row stands in the list of the staff. */
export function deskPlace(complaint: ComplaintDocument): Place {
  return { at: complaint.listAt.getTime(), id: complaint._id.toHexString() };
}

/** The part of the city whose complaints the reader handles. */
function scopeOf(reader: Reader, mine: boolean): Record<string, unknown> {
  const given = { "investigator.accountId": reader.accountId };
  if (mine) return given;
  const districts = districtsServed(reader.grants);
  if (districts === "all") return {};
  return districts.length === 0 ? given : { $or: [{ districtCode: { $in: districts } }, given] };
}

/** Never what the reader wrote, nor what is about them or their department. */
function withoutOwn(reader: Reader): Record<string, unknown> {
  const departments = reader.grants.flatMap(({ departmentId }) => departmentId ?? []);
  return {
    fromAccountId: { $ne: reader.accountId },
    concernedIds: { $ne: reader.accountId },
    ...(departments.length === 0 ? {} : { concernedDepartmentId: { $nin: departments } }),
  };
}

function after({ at, id }: Place, open: boolean): Record<string, unknown> {
  const listAt = new Date(at);
  const beyond = open ? "$gt" : "$lt";
  return { $or: [{ listAt: { [beyond]: listAt } }, { listAt, _id: { [beyond]: new Types.ObjectId(id) } }] };
}

/** The query of a staff list: open ones by due time, others newest first; one row more than a page. */
export function deskQuery(reader: Reader, query: DeskQuery, now: Date) {
  const open = query.lane === "open";
  const direction = open ? 1 : -1;
  return ComplaintModel.find({
    $and: [
      { lane: query.lane, ...withoutOwn(reader), ...(query.kind === undefined ? {} : { kind: query.kind }) },
      scopeOf(reader, query.mine !== undefined),
      ...(query.late === undefined ? [] : [{ listAt: { $lte: now } }]),
      ...(query.cursor === undefined ? [] : [after(readCursor(query.cursor), open)]),
    ],
  })
    .sort({ listAt: direction, _id: direction })
    .limit(query.limit + 1)
    .lean<ComplaintDocument[]>();
}

/** What the reader wrote, newest first; one row more than a page. */
export function ownQuery(reader: Reader, query: { cursor?: string | undefined; limit: number }) {
  return ComplaintModel.find({
    fromAccountId: reader.accountId,
    ...(query.cursor === undefined ? {} : { _id: { $lt: new Types.ObjectId(readCursor(query.cursor).id) } }),
  })
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean<ComplaintDocument[]>();
}

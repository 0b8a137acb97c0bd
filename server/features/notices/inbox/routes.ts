import { Types } from "mongoose";
import type { NoticeMessage } from "@talent/shared/contract/schemas/notices";
import { pageOfRows, readCursor, type Place } from "../../../platform/database/cursor";
import { notFound } from "../../../platform/errors";
import type { Handlers } from "../../../platform/http/handler";
import { NoticeModel, type NoticeRow } from "../model";

type InboxHandlers = Handlers<"notices.list" | "notices.markRead" | "notices.markAllRead">;

/** A badge shows no more than this; counting stops there. */
const MOST_UNREAD = 100;

/** A notice of the clock appears with its message in the morning, so that one whose reason is gone by then never does. */
const SHOWN = { hidden: { $exists: false } };

function present(row: NoticeRow): NoticeMessage {
  return {
    id: row._id.toHexString(),
    type: row.type,
    title: row.title,
    text: row.text,
    ...(row.en === undefined ? {} : { en: { title: row.en.title, text: row.en.text } }),
    at: row.createdAt.toISOString(),
    read: row.readAt !== undefined,
    ...(row.subjectKind === "request" ? { requestId: row.subjectId } : {}),
    ...(row.subjectKind === "ticket" ? { ticketId: row.subjectId } : {}),
    ...(row.subjectKind === "appointment" ? { appointmentId: row.subjectId } : {}),
    ...(row.subjectKind === "complaint" ? { complaintId: row.subjectId } : {}),
    ...(row.subjectKind === "cycle" ? { cycleId: row.subjectId } : {}),
    ...(row.subjectKind === "handover" ? { handoverId: row.subjectId } : {}),
    ...(row.action === undefined ? {} : { action: row.action }),
  };
}

/** Newest change first: rows are written later than the change that they tell of, and not always in its order. */
function placeOf(row: NoticeRow): Place {
  return { at: row.createdAt.getTime(), id: row._id.toHexString() };
}

function olderThan({ at, id }: Place) {
  const createdAt = new Date(at);
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: new Types.ObjectId(id) } }] };
}

/** Messages not yet read, at most `MOST_UNREAD`. */
export function unreadNotices(accountId: string): Promise<number> {
  return NoticeModel.countDocuments({ recipientId: accountId, readAt: { $exists: false }, ...SHOWN })
    .limit(MOST_UNREAD)
    .exec();
}

export function inboxHandlers(): InboxHandlers {
  return {
    "notices.list": async ({ reader, query }) => {
      const found = await NoticeModel.find({
        recipientId: reader.accountId,
        ...SHOWN,
        ...(query.unread === undefined ? {} : { readAt: { $exists: false } }),
        ...(query.cursor === undefined ? {} : olderThan(readCursor(query.cursor))),
      })
        .sort({ createdAt: -1, _id: -1 })
        .limit(query.limit + 1)
        .lean();
      const { rows, next } = pageOfRows(found, query.limit, placeOf);
      return { items: rows.map(present), ...next };
    },
    "notices.markRead": async ({ reader, params, now }) => {
      const mine = { _id: new Types.ObjectId(params.id), recipientId: reader.accountId, ...SHOWN };
      const { matchedCount } = await NoticeModel.updateOne(
        { ...mine, readAt: { $exists: false } },
        { $set: { readAt: now } },
      );
      if (matchedCount === 0 && (await NoticeModel.exists(mine)) === null) throw notFound("notice");
    },
    "notices.markAllRead": async ({ reader, now }) => {
      await NoticeModel.updateMany(
        { recipientId: reader.accountId, readAt: { $exists: false }, ...SHOWN },
        { $set: { readAt: now } },
      );
    },
  };
}

import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { pageOfRows, readCursor } from "../../../platform/database/cursor";
import type { Handlers } from "../../../platform/http/handler";
import { emptyChecklist, findChecklist, signChecklist, tickPoint } from "../checklists/commands";
import { ChecklistModel, type ChecklistDocument } from "../checklists/model";
import { presentChecklist } from "../checklists/presenter";
import { bookRoom, bookingById, cancelBooking, roomById } from "../rooms/commands";
import { RoomBookingModel, RoomModel, type RoomBookingDocument, type RoomDocument } from "../rooms/model";
import { presentBooking, presentRoom } from "../rooms/presenter";
import { ownHall, ownHallsWindow, seenHall } from "./places";

type ChecklistHandlers = Handlers<
  "counter.checklist" | "counter.tickChecklist" | "counter.signChecklist" | "counter.checklistHistory"
>;
type RoomHandlers = Handlers<"counter.rooms" | "counter.bookRoom" | "counter.cancelRoom">;

/** Lists of a hall, newest first. */
export function checklistHistoryQuery(hallId: string, faultsOnly: boolean, beforeId: string | undefined) {
  return ChecklistModel.find({
    hallId,
    ...(faultsOnly ? { faults: { $gt: 0 } } : {}),
    ...(beforeId === undefined ? {} : { _id: { $lt: new Types.ObjectId(beforeId) } }),
  }).sort({ _id: -1 });
}

/** Bookings of a hall's rooms on a day. */
export function bookingsQuery(roomIds: readonly string[], on: string) {
  return RoomBookingModel.find({ roomId: { $in: [...roomIds] }, on }).sort({ from: 1 });
}

/** Opening and closing duties of a window. */
export function createChecklistHandlers(): ChecklistHandlers {
  return {
    "counter.checklist": async ({ params, query, reader, now }) => {
      const place = { ...(await ownHallsWindow(reader, params.id)), kind: query.kind };
      const todayOn = dateInShanghai(now);
      const on = query.on ?? todayOn;
      const list = (await findChecklist(params.id, query.kind, on)) ?? emptyChecklist(place, on);
      return presentChecklist(list, on === todayOn);
    },
    "counter.tickChecklist": async ({ params, body, ...moment }) => {
      const place = await ownHallsWindow(moment.reader, params.id);
      const { kind, ...tick } = body;
      return presentChecklist(await tickPoint({ ...place, kind }, tick, moment), true);
    },
    "counter.signChecklist": async ({ params, body, ...moment }) => {
      const place = await ownHallsWindow(moment.reader, params.id);
      return presentChecklist(await signChecklist({ ...place, kind: body.kind }, moment), true);
    },
    "counter.checklistHistory": async ({ params, query, reader }) => {
      await seenHall(reader, params.id);
      const before = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
      const found = await checklistHistoryQuery(params.id, query.faults !== undefined, before)
        .limit(query.limit + 1)
        .lean<ChecklistDocument[]>()
        .exec();
      const { rows, next } = pageOfRows(found, query.limit, ({ _id }) => ({ at: 0, id: _id.toHexString() }));
      return { items: rows.map((list) => presentChecklist(list, false)), ...next };
    },
  };
}

/** Meeting rooms (§6.4.5). */
export function createRoomHandlers(): RoomHandlers {
  return {
    "counter.rooms": async ({ params, query, reader, now }) => {
      await ownHall(reader, params.id);
      const on = query.on ?? dateInShanghai(now);
      const rooms = await RoomModel.find({ hallId: params.id })
        .sort({ name: 1 })
        .lean<RoomDocument[]>()
        .exec();
      const bookings = await bookingsQuery(
        rooms.map(({ _id }) => _id.toHexString()),
        on,
      )
        .lean<RoomBookingDocument[]>()
        .exec();
      const ofRoom = (room: RoomDocument) =>
        bookings.filter(({ roomId }) => roomId === room._id.toHexString());
      return { items: rooms.map((room) => presentRoom(room, ofRoom(room), now)) };
    },
    "counter.bookRoom": async ({ params, body, ...moment }) => {
      const room = await roomById(params.id);
      await ownHall(moment.reader, room.hallId);
      return presentBooking(await bookRoom(room, body, moment), moment.now);
    },
    "counter.cancelRoom": async ({ params, ...moment }) => {
      const booking = await bookingById(params.id);
      await ownHall(moment.reader, (await roomById(booking.roomId)).hallId);
      return presentBooking(await cancelBooking(booking, moment), moment.now);
    },
  };
}

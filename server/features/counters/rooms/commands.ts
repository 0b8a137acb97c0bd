import { Types } from "mongoose";
import { dateInShanghai, timeInShanghai } from "@talent/shared/calendar/dates";
import { minutesOfDay, ROOM_MOST_MINUTES, ROOM_STEP_MINUTES } from "@talent/shared/domain/appointments";
import { commandCall, runCommand } from "../../../platform/database/aggregate";
import { isDuplicateKey } from "../../../platform/database/duplicateKey";
import { AppError, invalidField, notFound } from "../../../platform/errors";
import type { Moment } from "../context";
import { RoomBookingModel, RoomModel, type RoomBookingDocument, type RoomDocument } from "./model";

export interface Stretch {
  on: string;
  from: string;
  to: string;
  subject?: string | undefined;
}

/** @throws AppError `not_found` */
export async function roomById(id: string): Promise<RoomDocument> {
  const room = await RoomModel.collection.findOne<RoomDocument>({ _id: new Types.ObjectId(id) });
  if (room === null) throw notFound("room");
  return room;
}

/** @throws AppError `not_found` */
export async function bookingById(id: string): Promise<RoomBookingDocument> {
  const found = await RoomBookingModel.collection.findOne<RoomBookingDocument>({
    _id: new Types.ObjectId(id),
  });
  if (found === null) throw notFound("booking");
  return found;
}

/** The cells of 15 minutes that a stretch of time covers. */
export function cellsOf(roomId: string, { on, from, to }: Stretch): string[] {
  const cells: string[] = [];
  for (let at = minutesOfDay(from); at < minutesOfDay(to); at += ROOM_STEP_MINUTES)
    cells.push(`${roomId}/${on}/${at / ROOM_STEP_MINUTES}`);
  return cells;
}

/** @throws AppError `invalid_input` naming the field */
export function checkStretch({ on, from, to }: Stretch, now: Date): void {
  const [start, end] = [minutesOfDay(from), minutesOfDay(to)];
  if (start % ROOM_STEP_MINUTES !== 0) throw invalidField("body.from", "not_a_quarter_hour");
  if (end % ROOM_STEP_MINUTES !== 0) throw invalidField("body.to", "not_a_quarter_hour");
  if (end <= start) throw invalidField("body.to", "before_from");
  if (end - start > ROOM_MOST_MINUTES) throw invalidField("body.to", "too_long");
  const todayOn = dateInShanghai(now);
  if (on < todayOn) throw invalidField("body.on", "in_the_past");
  if (on === todayOn && to <= timeInShanghai(now)) throw invalidField("body.to", "in_the_past");
}

async function bookedBefore(createKey: string | undefined, digest: string) {
  if (createKey === undefined) return null;
  const before = await RoomBookingModel.collection.findOne<RoomBookingDocument>({ createKey });
  if (before !== null && before.createDigest !== digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

/**
 * Books a room: one insert, which fails as a whole when any quarter of an hour is taken.
 * @throws AppError `room_taken`, `invalid_input` or `idempotency_key_reused`
 */
export async function bookRoom(
  room: RoomDocument,
  stretch: Stretch,
  moment: Moment,
): Promise<RoomBookingDocument> {
  const { reader, now, commandKey } = moment;
  const roomId = room._id.toHexString();
  const call = commandCall(reader.accountId, commandKey, "bookRoom", { ...stretch, roomId });
  const before = await bookedBefore(call.key, call.digest);
  if (before !== null) return before;
  checkStretch(stretch, now);
  const booking: RoomBookingDocument = {
    _id: new Types.ObjectId(),
    version: 1,
    status: "booked",
    roomId,
    ...stretch,
    by: { accountId: reader.accountId, name: reader.name },
    cells: cellsOf(roomId, stretch),
    createKey: call.key,
    createDigest: call.key === undefined ? undefined : call.digest,
    commands: [],
    outbox: [],
  };
  try {
    await RoomBookingModel.collection.insertOne(booking, { ignoreUndefined: true });
    return booking;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const made = await bookedBefore(call.key, call.digest);
    if (made !== null) return made;
    throw new AppError("room_taken", "somebody has the room then");
  }
}

/** Whether a booking can still be given back: until its end. */
export function mayCancelBooking(booking: RoomBookingDocument, now: Date): boolean {
  if (booking.status !== "booked") return false;
  const todayOn = dateInShanghai(now);
  return booking.on > todayOn || (booking.on === todayOn && booking.to > timeInShanghai(now));
}

/** @throws AppError `state_changed` */
export async function cancelBooking(
  booking: RoomBookingDocument,
  moment: Moment,
): Promise<RoomBookingDocument> {
  const id = booking._id.toHexString();
  return runCommand<RoomBookingDocument>({
    model: RoomBookingModel,
    current: booking,
    reload: () => bookingById(id),
    call: commandCall(moment.reader.accountId, moment.commandKey, "cancelRoom", { id }),
    decide(current) {
      if (!mayCancelBooking(current, moment.now))
        throw new AppError("state_changed", "it is over or cancelled", { status: current.status });
      return { set: { status: "cancelled" }, unset: ["cells"] };
    },
  });
}

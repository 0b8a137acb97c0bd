import type { Room, RoomBooking } from "@talent/shared/contract/schemas/counterDuties";
import { mayCancelBooking } from "./commands";
import type { RoomBookingDocument, RoomDocument } from "./model";

export function presentBooking(booking: RoomBookingDocument, now: Date): RoomBooking {
  const { subject } = booking;
  return {
    id: booking._id.toHexString(),
    roomId: booking.roomId,
    on: booking.on,
    from: booking.from,
    to: booking.to,
    ...(subject === undefined ? {} : { subject }),
    bookedBy: booking.by.name,
    status: booking.status,
    can: mayCancelBooking(booking, now) ? ["cancel"] : [],
  };
}

export function presentRoom(room: RoomDocument, bookings: readonly RoomBookingDocument[], now: Date): Room {
  return {
    id: room._id.toHexString(),
    name: room.name,
    seats: room.seats,
    equipment: room.equipment,
    sample: room.sample,
    bookings: bookings.map((booking) => presentBooking(booking, now)),
  };
}

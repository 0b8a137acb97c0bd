import { Schema, model, type Types } from "mongoose";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { Aggregate } from "../../../platform/database/aggregate";

/** A meeting room 会议室 of a hall. */
export interface RoomDocument {
  _id: Types.ObjectId;
  hallId: string;
  name: string;
  seats: number;
  equipment: Bilingual[];
  sample: boolean;
}

/** One booking. It holds its stretch of time in cells of 15 minutes, and no two bookings hold the same cell. */
export interface RoomBookingDocument extends Aggregate {
  status: "booked" | "cancelled";
  roomId: string;
  on: string;
  from: string;
  to: string;
  subject?: string | undefined;
  by: { accountId: string; name: string };
  /** `room/date/step`; absent once it is cancelled. */
  cells?: string[] | undefined;
  createKey?: string | undefined;
  createDigest?: string | undefined;
}

const Mixed = Schema.Types.Mixed as never;

const roomSchema = new Schema<RoomDocument>(
  {
    hallId: { type: String, required: true },
    name: { type: String, required: true },
    seats: Number,
    equipment: Mixed,
    sample: Boolean,
  },
  { collection: "rooms", versionKey: false, autoIndex: false },
);
roomSchema.index({ hallId: 1, name: 1 }, { unique: true });

const bookingSchema = new Schema<RoomBookingDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, required: true },
    roomId: { type: String, required: true },
    on: { type: String, required: true },
    from: String,
    to: String,
    subject: String,
    by: Mixed,
    cells: { type: [String], default: undefined },
    createKey: String,
    createDigest: String,
    commands: Mixed,
    outbox: Mixed,
  },
  { collection: "roomBookings", versionKey: false, autoIndex: false },
);
bookingSchema.index({ cells: 1 }, { unique: true, partialFilterExpression: { cells: { $exists: true } } });
bookingSchema.index({ roomId: 1, on: 1, from: 1 });
bookingSchema.index(
  { createKey: 1 },
  { unique: true, partialFilterExpression: { createKey: { $exists: true } } },
);

export const RoomModel = model<RoomDocument>("Room", roomSchema);
export const RoomBookingModel = model<RoomBookingDocument>("RoomBooking", bookingSchema);

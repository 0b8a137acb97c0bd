import { Schema, model } from "mongoose";
import { APPOINTMENT_STATUSES, type AppointmentStatus } from "@talent/shared/domain/appointments";
import type { Bilingual } from "@talent/shared/labels/bilingual";
import type { Aggregate } from "../../platform/database/aggregate";
import { OUTBOX_INDEX } from "../../platform/database/outbox";

/**
 * An appointment. It holds one numbered seat of its slot and one of its day; both are unique, so that no slot and no
 * day takes more than it has, and another time is had in the same write that gives the old one back.
 */
export interface AppointmentDocument extends Aggregate {
  status: AppointmentStatus;
  number: string;
  hallId: string;
  letter: string;
  itemId: string;
  itemName: Bilingual;
  accountId: string;
  maskedName: string;
  on: string;
  from: string;
  to: string;
  startsAt: Date;
  /** `hall/letter/day/from/seat`; absent once it is given back. */
  seatKey?: string | undefined;
  /** `hall/letter/day/seat`. */
  dayKey?: string | undefined;
  /** `account/hall/letter` while it is open: one open appointment per person and line. */
  openKey?: string | undefined;
  /** When it counts as missed; absent once it is not open any more. */
  missedAt?: Date | undefined;
  remindAt?: Date | undefined;
  cancelReason?: string | undefined;
  createKey?: string | undefined;
  createDigest?: string | undefined;
}

const Mixed = Schema.Types.Mixed as never;
const text = { type: String, required: true } as const;

const appointmentSchema = new Schema<AppointmentDocument>(
  {
    version: { type: Number, required: true },
    status: { type: String, enum: APPOINTMENT_STATUSES, required: true },
    number: text,
    hallId: text,
    letter: text,
    itemId: text,
    itemName: Mixed,
    accountId: text,
    maskedName: String,
    on: text,
    from: text,
    to: text,
    startsAt: Date,
    seatKey: String,
    dayKey: String,
    openKey: String,
    missedAt: Date,
    remindAt: Date,
    cancelReason: String,
    createKey: String,
    createDigest: String,
    commands: Mixed,
    outbox: Mixed,
    outboxPending: Boolean,
  },
  { collection: "appointments", versionKey: false, autoIndex: false },
);

const present = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });

appointmentSchema.index({ number: 1 }, { unique: true });
for (const key of ["seatKey", "dayKey", "openKey", "createKey"])
  appointmentSchema.index({ [key]: 1 }, { unique: true, ...present(key) });
appointmentSchema.index({ hallId: 1, letter: 1, on: 1 }, present("seatKey"));
appointmentSchema.index({ hallId: 1, on: 1, from: 1, _id: 1 });
appointmentSchema.index({ accountId: 1, _id: -1 });
appointmentSchema.index({ missedAt: 1 }, present("missedAt"));
appointmentSchema.index({ remindAt: 1 }, present("remindAt"));
appointmentSchema.index(...OUTBOX_INDEX);

export const AppointmentModel = model<AppointmentDocument>("Appointment", appointmentSchema);

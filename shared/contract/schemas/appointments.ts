import * as z from "zod/mini";
import { APPOINTMENT_ACTIONS, APPOINTMENT_STATUSES } from "../../domain/appointments";
import { letterSchema, ticketSchema, timeSchema } from "./counters";
import { atSchema, bilingualSchema, idSchema, onSchema, pageQuery, writtenText } from "./primitives";

export const slotsQuery = z.strictObject({ itemId: idSchema });

/** The working days that can be booked, with what is free. */
export const slotDaysSchema = z.object({
  hallId: idSchema,
  letter: letterSchema,
  groupName: bilingualSchema,
  days: z.array(
    z.object({
      on: onSchema,
      /** Left of the day, whatever the slots have. */
      free: z.number(),
      slots: z.array(z.object({ from: timeSchema, to: timeSchema, free: z.number() })),
    }),
  ),
});
export type SlotDays = z.output<typeof slotDaysSchema>;

export const bookAppointmentBody = z.strictObject({
  hallId: idSchema,
  itemId: idSchema,
  on: onSchema,
  from: timeSchema,
});
export const rescheduleAppointmentBody = z.strictObject({ on: onSchema, from: timeSchema });
export const cancelReasonSchema = writtenText(100);
export const cancelAppointmentBody = z.strictObject({ reason: z.optional(cancelReasonSchema) });

/** An appointment 预约. */
export const appointmentSchema = z.object({
  id: idSchema,
  /** `YY26-00012`. */
  number: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  hall: z.object({ id: idSchema, name: z.string(), address: z.string() }),
  letter: letterSchema,
  itemId: idSchema,
  itemName: bilingualSchema,
  on: onSchema,
  from: timeSchema,
  to: timeSchema,
  checkInFrom: atSchema,
  checkInUntil: atSchema,
  ticketId: z.optional(idSchema),
  cancelReason: z.optional(z.string()),
  can: z.array(z.enum(APPOINTMENT_ACTIONS)),
});
export type Appointment = z.output<typeof appointmentSchema>;
export const listAppointmentsQuery = z.strictObject(pageQuery);

/** After check-in: the appointment and the number that came of it. */
export const checkedInSchema = z.object({ appointment: appointmentSchema, ticket: ticketSchema });

/** An appointment as the hall sees it. */
export const hallAppointmentSchema = z.object({
  id: idSchema,
  number: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  letter: letterSchema,
  itemName: bilingualSchema,
  maskedName: z.string(),
  from: timeSchema,
  to: timeSchema,
  ticketNumber: z.optional(z.string()),
  can: z.array(z.enum(APPOINTMENT_ACTIONS)),
});
export type HallAppointment = z.output<typeof hallAppointmentSchema>;

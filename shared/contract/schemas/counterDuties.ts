import * as z from "zod/mini";
import { CHECK_RESULTS, CHECKLIST_KINDS } from "../../domain/checklists";
import { timeSchema } from "./counters";
import { atSchema, bilingualSchema, idSchema, onSchema, pageQuery, writtenText } from "./primitives";

/** Opening or closing duties of one window on one day. */
export const checklistSchema = z.object({
  windowId: idSchema,
  windowNumber: z.number(),
  kind: z.enum(CHECKLIST_KINDS),
  on: onSchema,
  points: z.array(
    z.object({
      key: z.string(),
      label: bilingualSchema,
      result: z.optional(z.enum(CHECK_RESULTS)),
      note: z.optional(z.string()),
      at: z.optional(atSchema),
      by: z.optional(z.string()),
    }),
  ),
  faults: z.number(),
  signed: z.optional(z.object({ by: z.string(), at: atSchema })),
  can: z.array(z.enum(["tick", "sign"])),
});
export type Checklist = z.output<typeof checklistSchema>;
export const checklistQuery = z.strictObject({ kind: z.enum(CHECKLIST_KINDS), on: z.optional(onSchema) });
export const tickChecklistBody = z.strictObject({
  kind: z.enum(CHECKLIST_KINDS),
  key: z.string().check(z.regex(/^[a-zA-Z]{2,30}$/)),
  result: z.enum(CHECK_RESULTS),
  /** Needed for a fault. */
  note: z.optional(writtenText(200)),
});
export const signChecklistBody = z.strictObject({ kind: z.enum(CHECKLIST_KINDS) });
export const checklistHistoryQuery = z.strictObject({
  ...pageQuery,
  /** Only those with a fault. */
  faults: z.optional(z.enum(["true"])),
});

/** A meeting room 会议室 with its bookings of a day (§6.4.5). */
export const roomBookingSchema = z.object({
  id: idSchema,
  roomId: idSchema,
  on: onSchema,
  from: timeSchema,
  to: timeSchema,
  /** Number of the case or ticket that it is for; never a name. */
  subject: z.optional(z.string()),
  bookedBy: z.string(),
  status: z.enum(["booked", "cancelled"]),
  can: z.array(z.enum(["cancel"])),
});
export type RoomBooking = z.output<typeof roomBookingSchema>;
export const roomSchema = z.object({
  id: idSchema,
  name: z.string(),
  seats: z.number(),
  equipment: z.array(bilingualSchema),
  sample: z.boolean(),
  bookings: z.array(roomBookingSchema),
});
export type Room = z.output<typeof roomSchema>;
export const dayQuery = z.strictObject({ on: z.optional(onSchema) });
export const bookRoomBody = z.strictObject({
  on: onSchema,
  /** In steps of 15 minutes. */
  from: timeSchema,
  to: timeSchema,
  /** Number of a case (`26-04752`) or of a ticket (`A037`). */
  subject: z.optional(z.string().check(z.regex(/^(\d{2}-\d{5,7}|[A-Z]\d{3,4})$/))),
});

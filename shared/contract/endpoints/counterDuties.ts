import * as z from "zod/mini";
import { SPECIALIST_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as duties from "../schemas/counterDuties";
import { idParams, pageOf } from "../schemas/primitives";

/** Opening and closing lists (§6.4.1, §6.4.8) and meeting rooms (§6.4.5). */
export const counterDutyEndpoints = defineEndpoints({
  "counter.checklist": {
    method: "GET",
    path: "/api/counter/windows/:id/checklist",
    summary: "Opening or closing duties of a window on a day",
    access: SPECIALIST_ROLES,
    params: idParams,
    query: duties.checklistQuery,
    output: duties.checklistSchema,
  },
  "counter.tickChecklist": {
    method: "POST",
    path: "/api/counter/windows/:id/checklist/tick",
    summary: "Tick a point of today's list, or note its fault",
    access: SPECIALIST_ROLES,
    params: idParams,
    body: duties.tickChecklistBody,
    output: duties.checklistSchema,
  },
  "counter.signChecklist": {
    method: "POST",
    path: "/api/counter/windows/:id/checklist/sign",
    summary: "Sign today's list once every point has its answer",
    access: SPECIALIST_ROLES,
    params: idParams,
    body: duties.signChecklistBody,
    output: duties.checklistSchema,
  },
  "counter.checklistHistory": {
    method: "GET",
    path: "/api/counter/halls/:id/checklists",
    summary: "Lists of a hall, newest first",
    access: [...SPECIALIST_ROLES, "administrator"],
    params: idParams,
    query: duties.checklistHistoryQuery,
    output: pageOf(duties.checklistSchema),
  },
  "counter.rooms": {
    method: "GET",
    path: "/api/counter/halls/:id/rooms",
    summary: "Meeting rooms with the bookings of a day",
    access: SPECIALIST_ROLES,
    params: idParams,
    query: duties.dayQuery,
    output: z.object({ items: z.array(duties.roomSchema) }),
  },
  "counter.bookRoom": {
    method: "POST",
    path: "/api/counter/rooms/:id/bookings",
    summary: "Book a meeting room",
    access: SPECIALIST_ROLES,
    params: idParams,
    body: duties.bookRoomBody,
    output: duties.roomBookingSchema,
    status: 201,
  },
  "counter.cancelRoom": {
    method: "POST",
    path: "/api/counter/room-bookings/:id/cancel",
    summary: "Cancel a booking of a meeting room",
    access: SPECIALIST_ROLES,
    params: idParams,
    output: duties.roomBookingSchema,
  },
});

import * as z from "zod/mini";
import { SPECIALIST_ROLES } from "../../domain/roles";
import { defineEndpoints } from "../endpoint";
import * as appointments from "../schemas/appointments";
import { dayQuery } from "../schemas/counterDuties";
import { idParams, pageOf } from "../schemas/primitives";

const own = { access: "signedIn", params: idParams, output: appointments.appointmentSchema } as const;

export const appointmentEndpoints = defineEndpoints({
  "appointments.slots": {
    method: "GET",
    path: "/api/halls/:id/slots",
    summary: "Days and slots of a hall that can be booked for an item",
    access: "anyone",
    params: idParams,
    query: appointments.slotsQuery,
    output: appointments.slotDaysSchema,
  },
  "appointments.book": {
    method: "POST",
    path: "/api/appointments",
    summary: "Make an appointment",
    access: "signedIn",
    body: appointments.bookAppointmentBody,
    output: appointments.appointmentSchema,
    status: 201,
  },
  "appointments.list": {
    method: "GET",
    path: "/api/appointments",
    summary: "My appointments, newest first",
    access: "signedIn",
    query: appointments.listAppointmentsQuery,
    output: pageOf(appointments.appointmentSchema),
  },
  "appointments.read": {
    method: "GET",
    path: "/api/appointments/:id",
    summary: "One appointment of mine",
    ...own,
  },
  "appointments.reschedule": {
    method: "POST",
    path: "/api/appointments/:id/reschedule",
    summary: "Another time; the old one stays until the new one is had",
    body: appointments.rescheduleAppointmentBody,
    ...own,
  },
  "appointments.cancel": {
    method: "POST",
    path: "/api/appointments/:id/cancel",
    summary: "Give an appointment back",
    body: appointments.cancelAppointmentBody,
    ...own,
  },
  "appointments.checkIn": {
    method: "POST",
    path: "/api/appointments/:id/check-in",
    summary: "I am here: the appointment becomes a number",
    access: "signedIn",
    params: idParams,
    output: appointments.checkedInSchema,
  },
  "counter.appointments": {
    method: "GET",
    path: "/api/counter/halls/:id/appointments",
    summary: "Appointments of a hall on a day, by time",
    access: SPECIALIST_ROLES,
    params: idParams,
    query: dayQuery,
    output: z.object({ items: z.array(appointments.hallAppointmentSchema) }),
  },
  "counter.checkInAppointment": {
    method: "POST",
    path: "/api/counter/appointments/:id/check-in",
    summary: "Somebody with an appointment is here",
    access: SPECIALIST_ROLES,
    params: idParams,
    output: appointments.hallAppointmentSchema,
  },
  "counter.cancelAppointment": {
    method: "POST",
    path: "/api/counter/appointments/:id/cancel",
    summary: "Cancel somebody's appointment; they are told why",
    access: SPECIALIST_ROLES,
    params: idParams,
    body: z.strictObject({ reason: appointments.cancelReasonSchema }),
    output: appointments.hallAppointmentSchema,
  },
});

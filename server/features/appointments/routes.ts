import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import type { appointmentEndpoints } from "@talent/shared/contract/endpoints/appointments";
import type { Reader } from "../../platform/auth/reader";
import { pageOfRows, readCursor } from "../../platform/database/cursor";
import { notFound } from "../../platform/errors";
import type { Handlers } from "../../platform/http/handler";
import {
  freshHallLive,
  hallById,
  presentTicket,
  ticketsOfAppointments,
  worksIn,
  type HallDocument,
} from "../counters/index";
import { bookAppointment, lineOfItem } from "./book";
import {
  appointmentById,
  cancelAppointment,
  checkIn,
  ownAppointment,
  rescheduleAppointment,
} from "./commands";
import type { AppointmentContext } from "./context";
import { AppointmentModel, type AppointmentDocument } from "./model";
import { presentAppointment, presentHallAppointment, presentSlotDays } from "./presenter";
import { bookableDays } from "./rules";
import { takenSeats } from "./seats";

type AllHandlers = Handlers<keyof typeof appointmentEndpoints>;
type HallSide = "counter.appointments" | "counter.checkInAppointment" | "counter.cancelAppointment";

export function ownAppointmentsQuery(accountId: string, beforeId: string | undefined) {
  return AppointmentModel.find({
    accountId,
    ...(beforeId === undefined ? {} : { _id: { $lt: new Types.ObjectId(beforeId) } }),
  }).sort({ _id: -1 });
}

export function dayAppointmentsQuery(hallId: string, on: string) {
  return AppointmentModel.find({ hallId, on }).sort({ from: 1, _id: 1 });
}

const idOf = ({ _id }: { _id: Types.ObjectId }) => _id.toHexString();

async function presentOwn(appointment: AppointmentDocument, now: Date) {
  const tickets = await ticketsOfAppointments([idOf(appointment)]);
  return presentAppointment(
    appointment,
    await hallById(appointment.hallId),
    tickets.get(idOf(appointment)),
    now,
  );
}

/** Slots for everybody, appointments for whoever is signed in. */
function ownHandlers(context: AppointmentContext): Omit<AllHandlers, HallSide> {
  const told = <T>(result: T): T => {
    context.platform.outbox.nudge();
    return result;
  };
  return {
    "appointments.slots": async ({ params, query, now }) => {
      const line = await lineOfItem(params.id, query.itemId);
      const days = bookableDays(context.calendar, now, line.hall.settings.bookAheadWorkingDays);
      return presentSlotDays(line, days, await takenSeats(line, days), now);
    },
    "appointments.book": async ({ body, ...call }) =>
      presentOwn(told(await bookAppointment(body, { ...call, context })), call.now),
    "appointments.list": async ({ query, reader, now }) => {
      const before = query.cursor === undefined ? undefined : readCursor(query.cursor).id;
      const found = await ownAppointmentsQuery(reader.accountId, before)
        .limit(query.limit + 1)
        .lean<AppointmentDocument[]>()
        .exec();
      const { rows, next } = pageOfRows(found, query.limit, (row) => ({ at: 0, id: idOf(row) }));
      return { items: await Promise.all(rows.map((row) => presentOwn(row, now))), ...next };
    },
    "appointments.read": async ({ params, reader, now }) =>
      presentOwn(await ownAppointment(reader.accountId, params.id), now),
    "appointments.reschedule": async ({ params, body, ...call }) => {
      const appointment = await ownAppointment(call.reader.accountId, params.id);
      const moved = await rescheduleAppointment(appointment, body, { ...call, context });
      return presentOwn(told(moved), call.now);
    },
    "appointments.cancel": async ({ params, body, ...call }) => {
      const appointment = await ownAppointment(call.reader.accountId, params.id);
      const { reason } = body;
      return presentOwn(
        await cancelAppointment(appointment, { byHall: false, reason }, { ...call, context }),
        call.now,
      );
    },
    "appointments.checkIn": async ({ params, ...call }) => {
      const appointment = await ownAppointment(call.reader.accountId, params.id);
      const done = await checkIn(appointment, { ...call, context });
      const live = await freshHallLive(appointment.hallId, call.now);
      return {
        appointment: await presentOwn(done.appointment, call.now),
        ticket: presentTicket(done.ticket, live, call.now),
      };
    },
  };
}

interface AtHall {
  hall: HallDocument;
  appointment: AppointmentDocument;
}

/** An appointment at a hall in which the reader works. @throws AppError `not_found` */
async function hallsAppointment(reader: Reader, id: string): Promise<AtHall> {
  const appointment = await appointmentById(id);
  const hall = await hallById(appointment.hallId);
  if (!worksIn(reader, hall)) throw notFound("appointment");
  return { hall, appointment };
}

/** Appointments as the staff of the hall treats them. */
function hallHandlers(context: AppointmentContext): Pick<AllHandlers, HallSide> {
  return {
    "counter.appointments": async ({ params, query, reader, now }) => {
      const hall = await hallById(params.id);
      if (!worksIn(reader, hall)) throw notFound("hall");
      const on = query.on ?? dateInShanghai(now);
      const rows = await dayAppointmentsQuery(params.id, on).lean<AppointmentDocument[]>().exec();
      const tickets = await ticketsOfAppointments(rows.map(idOf));
      return { items: rows.map((row) => presentHallAppointment(row, hall, tickets.get(idOf(row)), now)) };
    },
    "counter.checkInAppointment": async ({ params, ...call }) => {
      const { hall, appointment } = await hallsAppointment(call.reader, params.id);
      const done = await checkIn(appointment, { ...call, context });
      return presentHallAppointment(done.appointment, hall, done.ticket, call.now);
    },
    "counter.cancelAppointment": async ({ params, body, ...call }) => {
      const { hall, appointment } = await hallsAppointment(call.reader, params.id);
      const cancel = { byHall: true, reason: body.reason };
      const done = await cancelAppointment(appointment, cancel, { ...call, context });
      context.platform.outbox.nudge();
      return presentHallAppointment(done, hall, undefined, call.now);
    },
  };
}

export function createAppointmentHandlers(context: AppointmentContext): AllHandlers {
  return { ...ownHandlers(context), ...hallHandlers(context) };
}

import { slotsOfDay } from "@talent/shared/domain/appointments";
import type { Appointment, HallAppointment, SlotDays } from "@talent/shared/contract/schemas/appointments";
import type { HallDocument, NumberedTicket } from "../counters/index";
import type { AppointmentDocument } from "./model";
import { appointmentActions, checkInTimes, stillBookable } from "./rules";
import type { Line } from "./seats";

/** An appointment as its holder sees it. */
export function presentAppointment(
  appointment: AppointmentDocument,
  hall: HallDocument,
  ticket: NumberedTicket | undefined,
  now: Date,
): Appointment {
  const { from, until } = checkInTimes(appointment.startsAt, hall.settings);
  const { cancelReason } = appointment;
  return {
    id: appointment._id.toHexString(),
    number: appointment.number,
    status: appointment.status,
    hall: { id: appointment.hallId, name: hall.name, address: hall.address },
    letter: appointment.letter,
    itemId: appointment.itemId,
    itemName: appointment.itemName,
    on: appointment.on,
    from: appointment.from,
    to: appointment.to,
    checkInFrom: from.toISOString(),
    checkInUntil: until.toISOString(),
    ...(ticket === undefined ? {} : { ticketId: ticket._id.toHexString() }),
    ...(cancelReason === undefined ? {} : { cancelReason }),
    can: appointmentActions(appointment, hall.settings, now),
  };
}

/** An appointment as the hall sees it. */
export function presentHallAppointment(
  appointment: AppointmentDocument,
  hall: HallDocument,
  ticket: NumberedTicket | undefined,
  now: Date,
): HallAppointment {
  const can = appointmentActions(appointment, hall.settings, now).filter((action) => action !== "reschedule");
  return {
    id: appointment._id.toHexString(),
    number: appointment.number,
    status: appointment.status,
    letter: appointment.letter,
    itemName: appointment.itemName,
    maskedName: appointment.maskedName,
    from: appointment.from,
    to: appointment.to,
    ...(ticket === undefined ? {} : { ticketNumber: ticket.number }),
    can,
  };
}

/** The days and slots of a line with what is free of them. */
export function presentSlotDays(
  { hall, group }: Line,
  days: readonly string[],
  taken: readonly { on: string; from: string }[],
  now: Date,
): SlotDays {
  const { slots: plan } = group;
  const presentDay = (on: string): SlotDays["days"][number] => {
    const ofDay = taken.filter((seat) => seat.on === on);
    const left = Math.max(0, (plan?.perDay ?? 0) - ofDay.length);
    const slots = plan === undefined ? [] : slotsOfDay(hall.hours, plan);
    return {
      on,
      free: left,
      slots: slots
        .filter(({ from }) => stillBookable(on, from, hall.settings, now))
        .map(({ from, to }) => {
          const used = ofDay.filter((seat) => seat.from === from).length;
          return { from, to, free: Math.max(0, Math.min(left, (plan?.perSlot ?? 0) - used)) };
        }),
    };
  };
  return {
    hallId: hall._id.toHexString(),
    letter: group.letter,
    groupName: group.name,
    days: plan === undefined ? [] : days.map(presentDay).filter(({ slots }) => slots.length > 0),
  };
}

import { Types } from "mongoose";
import { commandCall, runCommand, type Change } from "../../platform/database/aggregate";
import { AppError, invalidField, notFound } from "../../platform/errors";
import { groupWith, hallById, holdsNumber, takeTicket, type NumberedTicket } from "../counters/index";
import type { Moment } from "./context";
import { AppointmentModel, type AppointmentDocument } from "./model";
import { appointmentNotice } from "./notices";
import { checkInTimes, placeOfAppointment } from "./rules";
import { findSeat, takingSeat, type SlotChoice } from "./seats";

/** @throws AppError `not_found` */
export async function appointmentById(id: string): Promise<AppointmentDocument> {
  const found = await AppointmentModel.collection.findOne<AppointmentDocument>({
    _id: new Types.ObjectId(id),
  });
  if (found === null) throw notFound("appointment");
  return found;
}

/** @throws AppError `not_found` for somebody else's */
export async function ownAppointment(accountId: string, id: string): Promise<AppointmentDocument> {
  const found = await appointmentById(id);
  if (found.accountId !== accountId) throw notFound("appointment");
  return found;
}

type Decide = (
  current: AppointmentDocument,
) => Change<AppointmentDocument> | Promise<Change<AppointmentDocument>>;

function change(
  appointment: AppointmentDocument,
  { reader, commandKey }: Pick<Moment, "reader" | "commandKey">,
  [action, input]: [string, object],
  decide: Decide,
): Promise<AppointmentDocument> {
  const id = appointment._id.toHexString();
  return runCommand<AppointmentDocument>({
    model: AppointmentModel,
    current: appointment,
    reload: () => appointmentById(id),
    call: commandCall(reader.accountId, commandKey, action, { ...input, id }),
    decide,
  });
}

function refuseUnlessBooked({ status }: AppointmentDocument): void {
  if (status !== "booked") throw new AppError("state_changed", "it is not open any more", { status });
}

/**
 * Another time: the new seat is had and the old one given back in one write.
 * @throws AppError `state_changed`, `limit_passed`, `invalid_input`, `slot_full`
 */
export async function rescheduleAppointment(
  appointment: AppointmentDocument,
  choice: SlotChoice,
  moment: Moment,
): Promise<AppointmentDocument> {
  const hall = await hallById(appointment.hallId);
  const group = groupWith(hall, appointment.letter);
  if (group === undefined) throw new AppError("item_not_served", "the hall has no such line any more");
  return takingSeat(async () =>
    change(
      await appointmentById(appointment._id.toHexString()),
      moment,
      ["reschedule", choice],
      async (current) => {
        refuseUnlessBooked(current);
        if (current.startsAt <= moment.now) throw new AppError("limit_passed", "it has begun");
        if (current.on === choice.on && current.from === choice.from)
          throw invalidField("body.from", "unchanged");
        const { remindAt, ...sitting } = await findSeat({ hall, group }, choice, moment, current);
        const told = { occasion: `booked-${current.version}`, now: moment.now };
        return {
          set: { ...sitting, ...(remindAt === undefined ? {} : { remindAt }) },
          ...(remindAt === undefined ? { unset: ["remindAt"] } : {}),
          notices: [appointmentNotice("appointmentBooked", { ...current, ...sitting }, hall, told)],
        };
      },
    ),
  );
}

/** Fields that an appointment loses when it is over. */
const OPEN_MARKS = ["openKey", "missedAt", "remindAt"] as const;

/**
 * Gives an appointment back. By the hall: with a reason, and its holder is told.
 * @throws AppError `state_changed` or `limit_passed`
 */
export async function cancelAppointment(
  appointment: AppointmentDocument,
  { byHall, reason }: { byHall: boolean; reason?: string | undefined },
  moment: Moment,
): Promise<AppointmentDocument> {
  const hall = await hallById(appointment.hallId);
  return change(appointment, moment, ["cancel", { reason }], (current) => {
    refuseUnlessBooked(current);
    if (!byHall && current.startsAt <= moment.now) throw new AppError("limit_passed", "it has begun");
    const told = { occasion: "cancelled", now: moment.now, reason };
    return {
      set: { status: "cancelled", ...(reason === undefined ? {} : { cancelReason: reason }) },
      unset: [...OPEN_MARKS, "seatKey", "dayKey"],
      notices: byHall ? [appointmentNotice("appointmentCancelled", current, hall, told)] : [],
    };
  });
}

/**
 * Somebody with an appointment is in the hall: it becomes a number with a place of its own. The appointment changes
 * first, and a repetition of the call makes the number if it is still missing.
 * @throws AppError `state_changed`, `too_early`, `limit_passed`, `already_queued`
 */
export async function checkIn(
  appointment: AppointmentDocument,
  moment: Moment,
): Promise<{ appointment: AppointmentDocument; ticket: NumberedTicket }> {
  const { now } = moment;
  const hall = await hallById(appointment.hallId);
  const done = await change(appointment, moment, ["checkIn", {}], async (current) => {
    if (current.status === "checkedIn") return {};
    refuseUnlessBooked(current);
    const { from, until } = checkInTimes(current.startsAt, hall.settings);
    if (now < from) throw new AppError("too_early", "check-in has not begun", { from: from.toISOString() });
    if (now > until) throw new AppError("limit_passed", "check-in has ended");
    if (await holdsNumber(current.hallId, current.accountId))
      throw new AppError("already_queued", "there is a number in this hall already");
    return { set: { status: "checkedIn" }, unset: OPEN_MARKS };
  });
  const { itemId, accountId, on, from, startsAt } = done;
  const place = placeOfAppointment(startsAt, hall.settings);
  const ticket = await takeTicket({
    ...{ hall, itemId, accountId, now, source: "appointment" },
    appointment: { id: done._id.toHexString(), on, from, place },
  });
  return { appointment: done, ticket };
}

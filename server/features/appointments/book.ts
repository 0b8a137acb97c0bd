import { Types } from "mongoose";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { maskName } from "@talent/shared/domain/masking";
import { commandCall, type CommandCall } from "../../platform/database/aggregate";
import { nextNumber } from "../../platform/database/counter";
import { AppError, notFound } from "../../platform/errors";
import { readCatalogue, versionOn } from "../catalogue/index";
import { groupOfItem, hallById } from "../counters/index";
import type { Moment } from "./context";
import { AppointmentModel, type AppointmentDocument } from "./model";
import { appointmentNotice } from "./notices";
import { duplicateOf, findSeat, takingSeat, type Line, type SlotChoice } from "./seats";

export type Booking = SlotChoice & { hallId: string; itemId: string };

/** Somebody who signed in with WeChat and is not known. */
const NOT_KNOWN = "微信用户";

/** The line of a hall that takes an item. @throws AppError `not_found`, `item_not_served` */
export async function lineOfItem(hallId: string, itemId: string): Promise<Line> {
  const hall = await hallById(hallId);
  const group = groupOfItem(hall, itemId);
  if (group === undefined) throw new AppError("item_not_served", "this hall does not take this item");
  return { hall, group };
}

async function bookedBefore({ key, digest }: CommandCall): Promise<AppointmentDocument | null> {
  if (key === undefined) return null;
  const before = await AppointmentModel.collection.findOne<AppointmentDocument>({ createKey: key });
  if (before !== null && before.createDigest !== digest)
    throw new AppError("idempotency_key_reused", "this key was used for something else");
  return before;
}

/** `YY26-00012`: the twelfth of the year. */
async function appointmentNumber(now: Date): Promise<string> {
  const year = dateInShanghai(now).slice(2, 4);
  return `YY${year}-${String(await nextNumber(`appointments-${year}`)).padStart(5, "0")}`;
}

async function newAppointment(line: Line, booking: Booking, call: CommandCall, moment: Moment) {
  const { reader, now } = moment;
  const item = (await readCatalogue()).item(booking.itemId);
  if (item === undefined) throw notFound("item");
  const hallId = line.hall._id.toHexString();
  return {
    _id: new Types.ObjectId(),
    version: 1,
    status: "booked" as const,
    number: await appointmentNumber(now),
    hallId,
    letter: line.group.letter,
    itemId: booking.itemId,
    itemName: versionOn(item.versions, dateInShanghai(now)).name,
    accountId: reader.accountId,
    maskedName: reader.name === "" ? NOT_KNOWN : maskName(reader.name),
    openKey: `${reader.accountId}/${hallId}/${line.group.letter}`,
    createKey: call.key,
    createDigest: call.key === undefined ? undefined : call.digest,
    commands: [],
    outboxPending: true,
  };
}

/**
 * Makes an appointment: one insert that holds the seat and tells its holder.
 * @throws AppError `invalid_input`, `slot_full`, `already_booked`, `item_not_served`, `idempotency_key_reused`
 */
export async function bookAppointment(booking: Booking, moment: Moment): Promise<AppointmentDocument> {
  const { reader, now, commandKey } = moment;
  const call = commandCall(reader.accountId, commandKey, "book", booking);
  const before = await bookedBefore(call);
  if (before !== null) return before;
  const line = await lineOfItem(booking.hallId, booking.itemId);
  await findSeat(line, booking, moment);
  const fields = await newAppointment(line, booking, call, moment);
  try {
    return await takingSeat(async () => {
      const appointment = { ...fields, ...(await findSeat(line, booking, moment)) };
      const notice = appointmentNotice("appointmentBooked", appointment, line.hall, {
        occasion: "booked",
        now,
      });
      const whole: AppointmentDocument = { ...appointment, outbox: [notice] };
      await AppointmentModel.collection.insertOne(whole, { ignoreUndefined: true });
      return whole;
    });
  } catch (error) {
    const repeated = duplicateOf(error) === "createKey" || isAlreadyBooked(error);
    const made = repeated ? await bookedBefore(call) : null;
    if (made === null) throw error;
    return made;
  }
}

function isAlreadyBooked(error: unknown): boolean {
  return error instanceof AppError && error.code === "already_booked";
}

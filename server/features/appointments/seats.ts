import { instantInShanghai } from "@talent/shared/calendar/dates";
import { slotsOfDay } from "@talent/shared/domain/appointments";
import { isDuplicateKey } from "../../platform/database/duplicateKey";
import { AppError, invalidField } from "../../platform/errors";
import type { HallDocument, HallGroup } from "../counters/index";
import type { AppointmentContext } from "./context";
import { AppointmentModel, type AppointmentDocument } from "./model";
import { bookableDays, checkInTimes, freeSeat, reminderAt, slotFrom, stillBookable } from "./rules";

/** Seats that are tried before the caller is asked to try again. */
const TRIES = 60;

/** A day and the beginning of a slot. */
export interface SlotChoice {
  on: string;
  from: string;
}

export interface Line {
  hall: HallDocument;
  group: HallGroup;
}

type SeatRow = Pick<AppointmentDocument, "on" | "from" | "seatKey" | "dayKey">;

/** The seats that are taken on these days. */
export function takenSeatsQuery(hallId: string, letter: string, days: readonly string[]) {
  return AppointmentModel.find(
    { hallId, letter, on: { $in: [...days] }, seatKey: { $exists: true } },
    { on: 1, from: 1, seatKey: 1, dayKey: 1 },
  );
}

export async function takenSeats({ hall, group }: Line, days: readonly string[]): Promise<SeatRow[]> {
  return takenSeatsQuery(hall._id.toHexString(), group.letter, days).lean<SeatRow[]>().exec();
}

const seatIn = (key: string | undefined) => Number(key?.split("/").at(-1));

/** Fields of an appointment that stands at this time. */
export type Sitting = Pick<
  AppointmentDocument,
  "on" | "from" | "to" | "startsAt" | "seatKey" | "dayKey" | "missedAt"
> & { remindAt: Date | undefined };

/**
 * A free seat of a slot and of its day, as of now.
 * @param own the appointment that moves: on the same day it keeps its seat of the day
 * @throws AppError `invalid_input` for what is no slot or cannot be booked any more, `slot_full`
 */
export async function findSeat(
  line: Line,
  { on, from }: SlotChoice,
  { context, now }: { context: AppointmentContext; now: Date },
  own?: AppointmentDocument,
): Promise<Sitting> {
  const { hall, group } = line;
  const { settings } = hall;
  if (group.slots === undefined) throw invalidField("body.itemId", "no_appointments");
  if (!bookableDays(context.calendar, now, settings.bookAheadWorkingDays).includes(on))
    throw invalidField("body.on", "not_bookable");
  const slot = slotFrom(slotsOfDay(hall.hours, group.slots), from);
  if (slot === undefined) throw invalidField("body.from", "no_such_slot");
  if (!stillBookable(on, from, settings, now)) throw invalidField("body.from", "too_late");
  const others = (await takenSeats(line, [on])).filter(({ seatKey }) => seatKey !== own?.seatKey);
  const ofSlot = new Set(others.filter((row) => row.from === from).map(({ seatKey }) => seatIn(seatKey)));
  const ofDay = new Set(others.map(({ dayKey }) => seatIn(dayKey)));
  const seat = freeSeat(ofSlot, group.slots.perSlot);
  const daySeat = own?.on === on ? seatIn(own.dayKey) : freeSeat(ofDay, group.slots.perDay);
  if (seat === undefined || daySeat === undefined) throw new AppError("slot_full", "this time is full");
  const startsAt = instantInShanghai(on, from);
  const place = `${hall._id.toHexString()}/${group.letter}/${on}`;
  return {
    on,
    ...slot,
    startsAt,
    seatKey: `${place}/${from}/${seat}`,
    dayKey: `${place}/${daySeat}`,
    missedAt: checkInTimes(startsAt, settings).until,
    remindAt: reminderAt(on, hall.hours[0]?.from ?? "09:00", context.calendar, now),
  };
}

/** Which unique key a write ran into. */
export function duplicateOf(error: unknown): "seat" | "openKey" | "createKey" | undefined {
  if (!isDuplicateKey(error)) return undefined;
  const { keyPattern = {} } = error as { keyPattern?: Record<string, unknown> };
  if (keyPattern["openKey"] !== undefined) return "openKey";
  if (keyPattern["createKey"] !== undefined) return "createKey";
  return "seat";
}

/**
 * Tries a write that takes a seat until no other one is quicker.
 * @throws AppError `already_booked`, what `write` throws, `state_changed` after many lost tries
 */
export async function takingSeat<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const duplicate = duplicateOf(error);
      if (duplicate === "openKey")
        throw new AppError("already_booked", "there is an open appointment in this line");
      if (duplicate !== "seat") throw error;
    }
  }
  throw new AppError("state_changed", "many are booking at the same time; try again");
}

import { dateInShanghai, instantInShanghai } from "@talent/shared/calendar/dates";
import { addWorkingDays, PUBLISHED_CALENDAR } from "@talent/shared/calendar/workingDays";
import { AccountModel, type Account } from "../../server/features/accounts/index";
import { bookAppointment } from "../../server/features/appointments/book";
import { AppointmentModel } from "../../server/features/appointments/index";
import {
  forgetHalls,
  HallModel,
  RoomModel,
  takeTicket,
  TicketModel,
  WindowModel,
  type HallDocument,
  type WindowDocument,
} from "../../server/features/counters/index";
import { givesNumbers, wholeDay } from "../../server/features/counters/halls/hours";
import { actOnTicket } from "../../server/features/counters/tickets/acting";
import { callNext } from "../../server/features/counters/tickets/callNext";
import { openWindow, windowById } from "../../server/features/counters/windows/commands";
import { bookRoom } from "../../server/features/counters/rooms/commands";
import type { Platform } from "../../server/platform/platform";
import { sampleHalls, type SampleHalls } from "./halls";
import { readerOf } from "./lifeState";
import { wechatSide } from "./personas";
import { createRandom, type Random } from "./random";

const MINUTE_MS = 60_000;
/** So much of the day is told; what was before is nobody's business any more. */
const TOLD_MINUTES = 110;
/** Somebody comes every so many minutes for each window at which somebody sits. */
const EVERY_MINUTES = 9;
/** Personas with an appointment, and in how many working days. */
const PERSONA_VISITS = [
  { persona: "talent-a", days: 2, from: "10:00" },
  { persona: "talent-e", days: 1, from: "14:00" },
] as const;
const CROWD_VISITS = 14;

/** A window with whoever sits there. */
interface Seat {
  hall: HallDocument;
  windowId: string;
  account: Account;
  /** When the present service ends. */
  freeAt: number;
  random: Random;
}

const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);

/** Somebody comes and takes a number of any line. */
async function arrive(hall: HallDocument, random: Random, now: Date): Promise<void> {
  const group = random.pick(hall.groups);
  await takeTicket({ hall, itemId: random.pick(group.itemIds), source: "counter", now });
}

/** What happens at a window at this minute: the present person leaves, the next one is called and served. */
async function workAt(seat: Seat, now: Date): Promise<void> {
  if (now.getTime() < seat.freeAt) return;
  const { hall, windowId, account, random } = seat;
  const window: WindowDocument = await windowById(windowId);
  const moment = { reader: readerOf(account), now, commandKey: undefined };
  const current = await TicketModel.findOne({ occupies: windowId }).lean();
  if (current !== null) await actOnTicket("finish", current as never, { hall, window, moment });
  const called = await callNext(hall, window, moment);
  if (called === null) return;
  if (random.chance(0.1)) {
    await actOnTicket("skip", called, { hall, window, moment });
    return;
  }
  await actOnTicket("start", called, { hall, window, moment });
  seat.freeAt = minutesAfter(now, random.between(7, 15)).getTime();
}

/** The last two hours of a hall, up to now. Nothing while it is closed. */
async function tellDay(hall: HallDocument, staff: SampleHalls["staff"], now: Date): Promise<void> {
  if (!givesNumbers(hall.hours, PUBLISHED_CALENDAR, now)) return;
  const opens = instantInShanghai(dateInShanghai(now), wholeDay(hall.hours).from);
  const begin = new Date(Math.max(opens.getTime(), minutesAfter(now, -TOLD_MINUTES).getTime()));
  const random = createRandom(`day of ${hall.code}`);
  const windows = await WindowModel.find({ hallId: hall._id.toHexString() })
    .sort({ number: 1 })
    .lean<WindowDocument[]>();
  const seats: Seat[] = [];
  for (const window of windows) {
    const windowId = window._id.toHexString();
    const account = staff.get(windowId);
    if (account === undefined) continue;
    await openWindow(window, false, { reader: readerOf(account), now: begin, commandKey: undefined });
    seats.push({ hall, windowId, account, freeAt: 0, random: createRandom(windowId) });
  }
  const every = Math.ceil(EVERY_MINUTES / Math.max(1, seats.length));
  for (let minute = 0; minutesAfter(begin, minute) <= now; minute += 1) {
    const at = minutesAfter(begin, minute);
    if (minute % every === 0 && at < now) await arrive(hall, random, at);
    for (const seat of seats) await workAt(seat, at);
  }
}

/** What the commands need of the process while nobody is there to be told. */
const quiet = { calendar: PUBLISHED_CALENDAR, platform: {} as Platform };

async function book(
  hall: HallDocument,
  account: Account,
  days: number,
  from: string,
  itemId: string,
  now: Date,
) {
  const on = addWorkingDays(PUBLISHED_CALENDAR, dateInShanghai(now), days);
  const moment = { context: quiet, reader: readerOf(account), now, commandKey: undefined };
  await bookAppointment({ hallId: hall._id.toHexString(), itemId, on, from }, moment);
}

/** Appointments of the coming days: of two personas and of some of the crowd. */
async function tellAppointments(hall: HallDocument, now: Date): Promise<void> {
  const random = createRandom("appointments");
  for (const { persona, days, from } of PERSONA_VISITS) {
    const account = await AccountModel.findOne({ openid: wechatSide(persona).openid }).lean<Account>();
    if (account !== null) await book(hall, account, days, from, hall.groups[0]?.itemIds[0] ?? "", now);
  }
  const crowd = await AccountModel.find({ openid: /^oSAMPLE/, "grants.role": "talent" })
    .sort({ _id: 1 })
    .limit(CROWD_VISITS)
    .lean<Account[]>();
  for (const [index, account] of crowd.entries()) {
    const group = random.pick(hall.groups);
    const hour = 9 + (index % 3);
    const from = `${String(hour).padStart(2, "0")}:00`;
    await book(hall, account, 1 + (index % 4), from, random.pick(group.itemIds), now);
  }
}

async function tellRooms({ rooms, staff }: SampleHalls, now: Date): Promise<void> {
  const [room] = rooms;
  const [account] = staff.values();
  if (room === undefined || account === undefined) return;
  const on = addWorkingDays(PUBLISHED_CALENDAR, dateInShanghai(now), 1);
  const moment = { reader: readerOf(account), now, commandKey: undefined };
  await bookRoom(room, { on, from: "10:00", to: "11:00", subject: "26-00021" }, moment);
}

/** Numbers and appointments of the sample tell nobody anything. */
async function silence(): Promise<void> {
  const told = { $set: { outbox: [] }, $unset: { outboxPending: "" } };
  for (const { collection } of [TicketModel, AppointmentModel]) await collection.updateMany({}, told);
}

/**
 * Loads the sample halls and tells the day of each by the commands of the features themselves.
 * @returns how many tickets there are
 */
export async function tellHalls(now: Date, createdAt: Date): Promise<{ halls: number; tickets: number }> {
  const sample = sampleHalls(createdAt);
  const options = { ignoreUndefined: true };
  await HallModel.collection.insertMany(sample.halls, options);
  await WindowModel.collection.insertMany(sample.windows, options);
  await RoomModel.collection.insertMany(sample.rooms, options);
  await AccountModel.collection.insertMany([...sample.staff.values()], options);
  forgetHalls();
  for (const hall of sample.halls) await tellDay(hall, sample.staff, now);
  const [first] = sample.halls;
  if (first !== undefined) await tellAppointments(first, now);
  await tellRooms(sample, now);
  await silence();
  return { halls: sample.halls.length, tickets: await TicketModel.countDocuments({}) };
}

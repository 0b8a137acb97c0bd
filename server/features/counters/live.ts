import { dateInShanghai } from "@talent/shared/calendar/dates";
import {
  inCallingOrder,
  serviceMinutes,
  type LineTicket,
  type LineWindow,
  type ServiceMinutes,
} from "@talent/shared/domain/queueLine";
import { LIVE_TICKET_STATUSES } from "@talent/shared/domain/queueTickets";
import { createShortCache } from "../../platform/database/shortCache";
import { hallById } from "./halls/halls";
import type { HallDocument } from "./halls/model";
import { TicketModel, type NumberedTicket } from "./tickets/model";
import { WindowModel, type WindowDocument } from "./windows/model";

const MINUTE_MS = 60_000;
/** Finished tickets that are read for service times and the last calls. */
const RECENT = 120;

/** Everything of a hall's day that people look at again and again. */
export interface HallLive {
  hall: HallDocument;
  dayOn: string;
  /** By number. */
  windows: readonly WindowDocument[];
  /** Not over yet. */
  tickets: readonly NumberedTicket[];
  /** Over, newest first. */
  ended: readonly NumberedTicket[];
}

export function liveTicketsQuery(hallId: string, dayOn: string) {
  return TicketModel.find({ hallId, dayOn, status: { $in: [...LIVE_TICKET_STATUSES] } });
}

export function endedTicketsQuery(hallId: string, dayOn: string) {
  return TicketModel.find(
    { hallId, dayOn, endedAt: { $exists: true } },
    { events: 0, commands: 0, outbox: 0 },
  )
    .sort({ endedAt: -1 })
    .limit(RECENT);
}

async function load(key: string): Promise<HallLive | null> {
  const [hallId = "", dayOn = ""] = key.split("/");
  const [hall, windows, tickets, ended] = await Promise.all([
    hallById(hallId),
    WindowModel.find({ hallId }).sort({ number: 1 }).lean<WindowDocument[]>().exec(),
    liveTicketsQuery(hallId, dayOn).lean<NumberedTicket[]>().exec(),
    endedTicketsQuery(hallId, dayOn).lean<NumberedTicket[]>().exec(),
  ]);
  return { hall, dayOn, windows, tickets, ended };
}

/** What many phones and screens ask for in the same second is read once. */
const recent = createShortCache(load, { ttlMs: 1000, size: 100 });

/** The present day of a hall, at most a second old. @throws AppError `not_found` */
export async function hallLive(hallId: string, now: Date): Promise<HallLive> {
  const live = await recent.get(`${hallId}/${dateInShanghai(now)}`);
  if (live === null) throw new Error("a hall's day is never absent");
  return live;
}

/** The same as it is now: after a write, and for whoever works with it. */
export async function freshHallLive(hallId: string, now: Date): Promise<HallLive> {
  forgetLive(hallId, now);
  return hallLive(hallId, now);
}

export function forgetLive(hallId: string, now: Date): void {
  recent.forget(`${hallId}/${dateInShanghai(now)}`);
}

export function lineTicketOf(ticket: NumberedTicket): LineTicket {
  const { letter, place, forWindowId } = ticket;
  return { id: ticket._id.toHexString(), letter, place, forWindowId };
}

/** The waiting tickets in the order of calling. */
export function waitingTickets(live: HallLive): NumberedTicket[] {
  const waiting = live.tickets.filter(({ status }) => status === "waiting");
  const byId = new Map(waiting.map((ticket) => [ticket._id.toHexString(), ticket]));
  return inCallingOrder(waiting.map(lineTicketOf)).flatMap(({ id }) => byId.get(id) ?? []);
}

/** The ticket at a window. */
export function ticketAt(live: HallLive, windowId: string): NumberedTicket | undefined {
  return live.tickets.find(({ occupies }) => occupies === windowId);
}

/** Expected minutes of service per line, by today's figures. */
export function minutesOf({ hall, ended }: HallLive): ServiceMinutes {
  const services = ended.flatMap(({ letter, startedAt, endedAt, status }) =>
    status === "done" && startedAt !== undefined && endedAt !== undefined
      ? [{ letter, minutes: (endedAt.getTime() - startedAt.getTime()) / MINUTE_MS }]
      : [],
  );
  return serviceMinutes(hall.groups, services, hall.settings.recentServices);
}

/** Minutes until a window is expected to be free. */
function freeIn(ticket: NumberedTicket | undefined, minutes: ServiceMinutes, now: Date): number {
  if (ticket === undefined) return 0;
  const whole = minutes[ticket.letter] ?? 0;
  const served =
    ticket.startedAt === undefined ? 0 : (now.getTime() - ticket.startedAt.getTime()) / MINUTE_MS;
  return Math.max(1, whole - served);
}

/** The windows that call people. */
export function openWindows(live: HallLive, minutes: ServiceMinutes, now: Date): LineWindow[] {
  return live.windows
    .filter(({ status }) => status === "open")
    .map((window) => {
      const id = window._id.toHexString();
      return { id, letters: window.letters, freeInMinutes: freeIn(ticketAt(live, id), minutes, now) };
    });
}

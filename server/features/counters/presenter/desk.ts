import type { Desk, DeskTicket } from "@talent/shared/contract/schemas/counters";
import type { ChecklistKind } from "@talent/shared/domain/checklists";
import { windowServes } from "@talent/shared/domain/queueLine";
import { TICKET_ACTIONS } from "@talent/shared/domain/queueTickets";
import type { Reader } from "../../../platform/auth/reader";
import { lineTicketOf, ticketAt, waitingTickets, type HallLive } from "../live";
import { mayActOn, sitsAt, windowActions } from "../policy";
import type { NumberedTicket } from "../tickets/model";
import type { WindowDocument } from "../windows/model";
import { presentWindow } from "./hall";

const MINUTE_MS = 60_000;
/** Waiting numbers that a desk lists. */
const LISTED = 20;

/** What the desk needs beside the day of its hall. */
export interface DeskFacts {
  live: HallLive;
  window: WindowDocument;
  reader: Reader;
  now: Date;
  doneToday: number;
  device: { pairedAt?: Date | undefined };
  checklistsOpen: ChecklistKind[];
}

const wholeMinutes = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE_MS));

function presentDeskTicket(ticket: NumberedTicket, { live, window, reader, now }: DeskFacts): DeskTicket {
  const windowId = window._id.toHexString();
  const { call, startedAt, windowNumber, person, appointment, forWindowId } = ticket;
  const { maxSkips } = live.hall.settings;
  const seated = sitsAt(reader, window);
  return {
    id: ticket._id.toHexString(),
    number: ticket.number,
    status: ticket.status,
    source: ticket.source,
    letter: ticket.letter,
    itemId: ticket.itemId,
    itemName: ticket.itemName,
    takenAt: ticket.takenAt.toISOString(),
    waitedMinutes: wholeMinutes(ticket.takenAt, call?.firstAt ?? now),
    ...(startedAt === undefined ? {} : { servedMinutes: wholeMinutes(startedAt, now) }),
    ...(call === undefined ? {} : { calledAt: call.at.toISOString() }),
    ...(windowNumber === undefined ? {} : { windowNumber }),
    skips: ticket.skips,
    ...(person === undefined
      ? {}
      : { verified: { category: person.category, maskedName: person.maskedName } }),
    reserved: forWindowId !== undefined,
    ...(appointment === undefined ? {} : { appointment }),
    can: seated ? TICKET_ACTIONS.filter((action) => mayActOn(action, ticket, windowId, maxSkips)) : [],
  };
}

function transferTargets({ live, window }: DeskFacts): Desk["transferTo"] {
  const others = live.windows.filter(({ _id, status }) => status !== "closed" && !_id.equals(window._id));
  return {
    groups: live.hall.groups.map(({ letter, name }) => ({ letter, name })),
    windows: others.map(({ _id, number, letters }) => ({ id: _id.toHexString(), number, letters })),
  };
}

/** Everything the person at a window works with. */
export function presentDesk(facts: DeskFacts): Desk {
  const { live, window, reader } = facts;
  const id = window._id.toHexString();
  const current = ticketAt(live, id);
  const server = { id, letters: window.letters };
  const waiting = waitingTickets(live).filter((ticket) => windowServes(server, lineTicketOf(ticket)));
  const listed = (status: NumberedTicket["status"]) =>
    live.tickets
      .filter((ticket) => ticket.status === status)
      .map((ticket) => presentDeskTicket(ticket, facts));
  return {
    hall: { id: live.hall._id.toHexString(), name: live.hall.name },
    window: presentWindow(window, live, reader),
    ...(current === undefined ? {} : { current: presentDeskTicket(current, facts) }),
    waiting: {
      total: waiting.length,
      next: waiting.slice(0, LISTED).map((ticket) => presentDeskTicket(ticket, facts)),
    },
    skipped: listed("skipped"),
    held: listed("held"),
    doneToday: facts.doneToday,
    device: {
      paired: facts.device.pairedAt !== undefined,
      ...(facts.device.pairedAt === undefined ? {} : { pairedAt: facts.device.pairedAt.toISOString() }),
    },
    transferTo: transferTargets(facts),
    checklistsOpen: facts.checklistsOpen,
    can: windowActions(reader, window, current !== undefined),
  };
}

import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { estimateWaits, ticketsAhead } from "@talent/shared/domain/queueLine";
import { lineTicketOf, minutesOf, openWindows, waitingTickets, type HallLive } from "../live";
import { isAtWindow, mayCancel } from "../policy";
import type { HallDocument } from "../halls/model";
import type { NumberedTicket } from "../tickets/model";

/** Where a waiting ticket stands. */
function standing(ticket: NumberedTicket, live: HallLive, now: Date) {
  if (ticket.status !== "waiting") return { soon: isAtWindow(ticket.status) };
  const minutes = minutesOf(live);
  const windows = openWindows(live, minutes, now);
  const line = waitingTickets(live).map(lineTicketOf);
  const own = lineTicketOf(ticket);
  const ahead = ticketsAhead(own, line, windows);
  const waitMinutes = estimateWaits(line, windows, minutes).get(own.id);
  return {
    ahead,
    ...(waitMinutes === undefined ? {} : { waitMinutes }),
    soon: windows.length > 0 && ahead <= live.hall.settings.soonAhead,
  };
}

function afterMissedCall({ status, skips }: NumberedTicket, { settings }: HallDocument) {
  if (status !== "skipped") return {};
  return { putBackPlaces: skips < settings.maxSkips ? settings.putBackPlaces : 0 };
}

/** A ticket as its holder sees it. */
export function presentTicket(ticket: NumberedTicket, live: HallLive, now: Date): Ticket {
  const { hall } = live;
  const { windowNumber, call, endedAt, appointment } = ticket;
  const atWindow = isAtWindow(ticket.status);
  return {
    id: ticket._id.toHexString(),
    number: ticket.number,
    status: ticket.status,
    source: ticket.source,
    letter: ticket.letter,
    itemId: ticket.itemId,
    itemName: ticket.itemName,
    takenAt: ticket.takenAt.toISOString(),
    hall: { id: hall._id.toHexString(), name: hall.name, address: hall.address },
    limitDays: ticket.limitDays,
    ...standing(ticket, live, now),
    ...(atWindow && windowNumber !== undefined ? { windowNumber } : {}),
    ...(atWindow && call !== undefined ? { calledAt: call.at.toISOString() } : {}),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
    skips: ticket.skips,
    ...afterMissedCall(ticket, hall),
    ...(appointment === undefined ? {} : { appointment }),
    can: ticket.accountId !== undefined && mayCancel(ticket.accountId, ticket) ? ["cancel"] : [],
  };
}

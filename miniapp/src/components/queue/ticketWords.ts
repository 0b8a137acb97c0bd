import type { Ticket } from "@talent/shared/contract/schemas/counters";
import {
  AT_WINDOW_STATUSES,
  HOLDING_TICKET_STATUSES,
  type TicketStatus,
} from "@talent/shared/domain/queueTickets";
import { TICKET_STATUS_SENTENCES } from "@talent/shared/labels/counters";
import { fill } from "@talent/shared/labels/fill";
import type { Words } from "../../i18n/useWords";

/** The ticket is still good for something today. */
export function runs(status: TicketStatus): boolean {
  return (HOLDING_TICKET_STATUSES as readonly TicketStatus[]).includes(status) || status === "skipped";
}

/** A window expects its holder now. */
export function isAtWindow(status: TicketStatus): boolean {
  return (AT_WINDOW_STATUSES as readonly TicketStatus[]).includes(status);
}

/** What the state means to whoever holds the number. */
export function ticketSentence(
  ticket: Pick<Ticket, "status" | "windowNumber" | "putBackPlaces">,
  words: Words,
): string {
  return fill(words.say(TICKET_STATUS_SENTENCES[ticket.status]), {
    window: ticket.windowNumber,
    places: ticket.putBackPlaces,
  });
}

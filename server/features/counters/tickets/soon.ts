import { ticketsAhead } from "@talent/shared/domain/queueLine";
import { runCommand } from "../../../platform/database/aggregate";
import { freshHallLive, lineTicketOf, minutesOf, openWindows, waitingTickets, type HallLive } from "../live";
import { ticketById } from "./loading";
import { TicketModel, type NumberedTicket } from "./model";
import { soonNotice } from "./notices";

/** The turn has come or passed before the holder could be told. */
class NoLongerWaiting extends Error {}

/** Waiting tickets whose holder is to hear that the turn is near, with how many stand before each. */
export function nearTheirTurn(live: HallLive, now: Date): { ticket: NumberedTicket; ahead: number }[] {
  const waiting = waitingTickets(live);
  const line = waiting.map(lineTicketOf);
  const windows = openWindows(live, minutesOf(live), now);
  return waiting
    .filter(({ accountId, soonToldAt }) => accountId !== undefined && soonToldAt === undefined)
    .map((ticket) => ({ ticket, ahead: ticketsAhead(lineTicketOf(ticket), line, windows) }))
    .filter(({ ahead }) => ahead <= live.hall.settings.soonAhead);
}

async function tell(ticket: NumberedTicket, ahead: number, live: HallLive, now: Date): Promise<void> {
  const id = ticket._id.toHexString();
  await runCommand<NumberedTicket>({
    model: TicketModel as never,
    current: ticket,
    reload: () => ticketById(id),
    call: { key: undefined, digest: "" },
    decide(current) {
      if (current.status !== "waiting" || current.soonToldAt !== undefined) throw new NoLongerWaiting();
      return { set: { soonToldAt: now }, notices: soonNotice(current, ahead, { hall: live.hall, now }) };
    },
  }).catch((error: unknown) => {
    if (!(error instanceof NoLongerWaiting)) throw error;
  });
}

/**
 * Tells everybody whose turn is near, once each, whoever asks for it and how often.
 * @returns how many were told
 */
export async function tellThoseNear(hallId: string, now: Date): Promise<number> {
  const live = await freshHallLive(hallId, now);
  const near = nearTheirTurn(live, now);
  for (const { ticket, ahead } of near) await tell(ticket, ahead, live, now);
  return near.length;
}

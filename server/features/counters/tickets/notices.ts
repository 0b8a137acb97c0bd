import type { OutboxEntry } from "../../../platform/database/outbox";
import type { HallDocument } from "../halls/model";
import type { NumberedTicket } from "./model";

interface Told {
  hall: Pick<HallDocument, "name">;
  now: Date;
}

function entry(
  ticket: NumberedTicket,
  type: "ticketCalled" | "ticketSoon",
  occasion: string,
  { hall, now }: Told,
  values: Record<string, string>,
): OutboxEntry[] {
  if (ticket.accountId === undefined) return [];
  return [
    {
      id: `${type}:${occasion}`,
      type,
      recipientId: ticket.accountId,
      occasion,
      values: {
        number: ticket.number,
        itemName: ticket.itemName.zh,
        itemNameEn: ticket.itemName.en,
        hall: hall.name,
        ...values,
      },
      at: now,
    },
  ];
}

/** "Please come to window 3", once per call; calling the same number again tells nobody a second time. */
export function calledNotice(ticket: NumberedTicket, windowNumber: number, sequence: number, told: Told) {
  return entry(ticket, "ticketCalled", `call-${sequence}`, told, { window: String(windowNumber) });
}

/** "Your turn is near", once; once more for somebody who was put back. */
export function soonNotice(ticket: NumberedTicket, ahead: number, told: Told) {
  return entry(ticket, "ticketSoon", `soon-${ticket.skips}`, told, { ahead: String(ahead) });
}

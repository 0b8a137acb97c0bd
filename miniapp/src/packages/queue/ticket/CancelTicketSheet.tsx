import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { ConfirmSheet } from "../../../components/frame/ConfirmSheet";
import { queueTexts } from "../queueTexts";

export interface CancelTicketSheetProps {
  ticket: Ticket;
  onClose: () => void;
  onDone: () => void;
}

export function CancelTicketSheet({ ticket, onClose, onDone }: CancelTicketSheetProps) {
  const t = useTexts(queueTexts);
  const write = useWrite("tickets.cancel");
  const cancel = async () => {
    if ((await write.run({ params: { id: ticket.id } })) === undefined) return;
    announce(t.cancelTicket);
    onDone();
  };
  return (
    <ConfirmSheet
      title={t.cancelTicketTitle(ticket.number)}
      why={t.cancelTicketWhy}
      confirm={t.cancelTicket}
      busyText={write.busy ? t.cancelling : undefined}
      keep={t.keepTicket}
      error={write.error}
      onConfirm={() => void cancel()}
      onClose={onClose}
    />
  );
}

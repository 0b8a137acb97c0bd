import { Text, View } from "@tarojs/components";
import type { Desk, DeskTicket } from "@talent/shared/contract/schemas/counters";
import type { TicketAction } from "@talent/shared/domain/queueTickets";
import { TICKET_ACTION_LABELS } from "@talent/shared/labels/counters";
import { Heading } from "../../../components/base/Heading";
import { Tap } from "../../../components/base/Tap";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterTexts } from "../counterTexts";

/** Numbers listed on the phone; the desk shows all that came. */
const LISTED = 5;

export interface TicketListsProps {
  desk: Desk;
  /** All that came instead of the first five. */
  all: boolean;
  busy: boolean;
  onTicket: (ticket: DeskTicket, action: TicketAction) => void;
}

/** Who waits, in the order of calling; then who missed the call and who was set aside. */
export function TicketLists({ desk, all, busy, onTicket }: TicketListsProps) {
  const t = useTexts(counterTexts);
  const { total, next } = desk.waiting;
  const shown = all ? next : next.slice(0, LISTED);
  return (
    <View>
      <View className="row row-between">
        <Heading className="b">{t.waiting(total)}</Heading>
        {total > shown.length ? <Text className="t-s ink-2">{t.listed(shown.length)}</Text> : null}
      </View>
      {total === 0 ? <View className="ct-empty t-s">{t.nobodyWaitsHint}</View> : null}
      <View className="mt-1">
        {shown.map((ticket, index) => (
          <WaitingRow key={ticket.id} ticket={ticket} next={index === 0} last={index === shown.length - 1} />
        ))}
      </View>
      <AsideRows
        title={t.heldTitle}
        tickets={desk.held}
        action="resume"
        words={() => t.heldRow}
        busy={busy}
        onTicket={onTicket}
      />
      <AsideRows
        title={t.skippedTitle}
        tickets={desk.skipped}
        action="putBack"
        words={(ticket) =>
          ticket.can.includes("putBack") ? t.skippedRow(ticket.skips) : t.skippedOut(ticket.skips)
        }
        busy={busy}
        onTicket={onTicket}
      />
    </View>
  );
}

function WaitingRow({ ticket, next, last }: { ticket: DeskTicket; next: boolean; last: boolean }) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const mark =
    ticket.appointment === undefined
      ? ticket.reserved
        ? t.reserved
        : undefined
      : t.appointmentAt(ticket.appointment.from);
  return (
    <View className={`ct-row ${last ? "ct-row-last" : ""}`}>
      <Text className="num ct-row-no">{ticket.number}</Text>
      <Text className="grow sf-el">{words.say(ticket.itemName)}</Text>
      {mark === undefined ? null : <Text className="sf-tag ml-2">{mark}</Text>}
      {next ? <Text className="sf-tag sf-tag-pri ml-2">{t.nextOne}</Text> : null}
      <Text className="ct-row-wait">{t.waited(ticket.waitedMinutes)}</Text>
    </View>
  );
}

interface AsideRowsProps {
  title: string;
  tickets: readonly DeskTicket[];
  action: Extract<TicketAction, "resume" | "putBack">;
  words: (ticket: DeskTicket) => string;
  busy: boolean;
  onTicket: (ticket: DeskTicket, action: TicketAction) => void;
}

function AsideRows({ title, tickets, action, words, busy, onTicket }: AsideRowsProps) {
  const { say } = useWords();
  if (tickets.length === 0) return null;
  return (
    <View className="mt-4">
      <Heading className="t-s ink-2">{title}</Heading>
      {tickets.map((ticket, index) => (
        <View key={ticket.id} className={`ct-row ${index === tickets.length - 1 ? "ct-row-last" : ""}`}>
          <Text className="num ct-row-no">{ticket.number}</Text>
          <Text className="grow ink-2">{words(ticket)}</Text>
          {ticket.can.includes(action) ? (
            <Tap
              className="ct-act"
              disabled={busy}
              label={`${say(TICKET_ACTION_LABELS[action])} ${ticket.number}`}
              onTap={() => onTicket(ticket, action)}
            >
              {say(TICKET_ACTION_LABELS[action])}
            </Tap>
          ) : null}
        </View>
      ))}
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { TICKET_STATUS_LABELS } from "@talent/shared/labels/counters";
import { Icon } from "../../../components/base/Icon";
import { Tap } from "../../../components/base/Tap";
import { runs, ticketSentence } from "../../../components/queue/ticketWords";
import { open } from "../../../hooks/navigation";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { queueTexts } from "../queueTexts";

/** One number of today; the whole row opens it. */
export function TicketRow({ ticket, first }: { ticket: Ticket; first: boolean }) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const running = runs(ticket.status);
  const line =
    ticket.ahead === undefined
      ? running
        ? ticketSentence(ticket, words)
        : words.say(TICKET_STATUS_LABELS[ticket.status])
      : `${t.ahead(ticket.ahead)}${ticket.waitMinutes === undefined ? "" : `，${t.waitAbout(ticket.waitMinutes)}`}`;
  return (
    <Tap
      className={`req ${first ? "req-first" : ""}`}
      role="link"
      onTap={() => open("ticket", { id: ticket.id })}
    >
      <Text className={`num qu-row-no ${running ? "" : "qu-row-off"}`}>{ticket.number}</Text>
      <View className="grow">
        <View className="b">{words.say(ticket.itemName)}</View>
        <View className="t-s ink-2">{line}</View>
      </View>
      <Icon name="right" size="xs" colour="ink-3" className="chev" />
    </Tap>
  );
}

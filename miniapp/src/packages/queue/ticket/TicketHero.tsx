import { Text, View } from "@tarojs/components";
import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { TICKET_STATUS_LABELS } from "@talent/shared/labels/counters";
import { aria } from "../../../components/base/aria";
import { isAtWindow, ticketSentence } from "../../../components/queue/ticketWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { queueTexts } from "../queueTexts";

function Figure({ label, figure, words }: { label: string; figure: string; words: string }) {
  return (
    <View className="qu-fig">
      <View className="t-s hero-2">{label}</View>
      <View className="row row-base">
        <Text className="num qu-fig-n">{figure}</Text>
        <Text className="ml-1">{words}</Text>
      </View>
    </View>
  );
}

/** Where the line stands for this number. */
function Place({ ticket }: { ticket: Ticket }) {
  const t = useTexts(queueTexts);
  const { ahead, waitMinutes } = ticket;
  if (ahead === undefined) return null;
  return (
    <View className="qu-figs" {...aria({ live: "polite" })}>
      {ahead === 0 ? (
        <View className="qu-fig t-l b">{t.next}</View>
      ) : (
        <Figure label={t.aheadFigure} figure={String(ahead)} words={t.aheadWords} />
      )}
      {waitMinutes === undefined ? (
        <View className="qu-fig t-s hero-2">{t.waitUnknown}</View>
      ) : (
        <Figure label={t.waitFigure} figure={String(Math.max(1, waitMinutes))} words={t.waitWords} />
      )}
    </View>
  );
}

/** The number itself, large, and what it means at this moment. */
export function TicketHero({ ticket }: { ticket: Ticket }) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const atWindow = isAtWindow(ticket.status);
  const over = ticket.endedAt !== undefined;
  return (
    <View className={`hero ${over ? "qu-over" : ""} ${ticket.status === "called" ? "qu-called" : ""}`}>
      <View className="row row-between">
        <Text className="hero-2">{words.say(ticket.itemName)}</Text>
        <Text className="qu-state">{words.say(TICKET_STATUS_LABELS[ticket.status])}</Text>
      </View>
      <View className="num qu-no">{ticket.number}</View>
      {atWindow && ticket.windowNumber !== undefined ? (
        <View className="qu-come" {...aria({ role: "alert" })}>
          {ticketSentence(ticket, words)}
        </View>
      ) : (
        <View>{ticket.soon ? t.stayClose : ticketSentence(ticket, words)}</View>
      )}
      {ticket.calledAt !== undefined && atWindow ? (
        <View className="t-s hero-2 mt-1">{t.calledAt(words.time(ticket.calledAt))}</View>
      ) : null}
      <Place ticket={ticket} />
    </View>
  );
}

import { View } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { api } from "../../../api/client";
import { PERSONAL_PREFIX } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { KeyValue } from "../../../components/list/Fact";
import { ErrorState, SkeletonCards } from "../../../components/list/States";
import { isAtWindow, ticketSentence } from "../../../components/queue/ticketWords";
import { open, pageParams, replace } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { usePolled } from "../../../hooks/usePolled";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import "../queue.scss";
import { queueTexts } from "../queueTexts";
import { CancelTicketSheet } from "./CancelTicketSheet";
import { TicketHero } from "./TicketHero";

/** My number with its live place in the line: what to do now, and how long it takes. */
export default function TicketPage() {
  const t = useTexts(queueTexts);
  const words = useWords();
  const [id] = useState(() => pageParams().id ?? "");
  const [cancelling, setCancelling] = useState(false);
  const polled = usePolled("tickets.read", { id, call: api, keepAs: `${PERSONAL_PREFIX}ticket:${id}` });
  const ticket = polled.answer?.ticket;
  useCallFelt(ticket);
  return (
    <Page
      name="ticket"
      title={t.ticketTitle}
      backTo="visit"
      onRefresh={polled.refresh}
      bottom={
        ticket === undefined ? null : <TicketActions ticket={ticket} onCancel={() => setCancelling(true)} />
      }
      over={
        cancelling && ticket !== undefined ? (
          <CancelTicketSheet
            ticket={ticket}
            onClose={() => setCancelling(false)}
            onDone={() => {
              setCancelling(false);
              void polled.refresh();
            }}
          />
        ) : null
      }
    >
      {polled.loading ? <SkeletonCards cards={2} /> : null}
      {ticket === undefined && polled.error !== undefined ? (
        <ErrorState error={polled.error} onRetry={() => void polled.refresh()} />
      ) : null}
      {ticket === undefined ? null : (
        <View>
          <TicketHero ticket={ticket} />
          {polled.heardAt === undefined || ticket.endedAt !== undefined ? null : (
            <View className="t-s ink-2 mt-2 c">
              {(polled.error === undefined ? t.updated : t.away)(words.time(polled.heardAt))}
            </View>
          )}
          <TicketFacts ticket={ticket} />
        </View>
      )}
    </Page>
  );
}

/** The phone shakes and says it aloud when the number is called while the page is open. */
function useCallFelt(ticket: Ticket | undefined): void {
  const words = useWords();
  const before = useRef(ticket?.status);
  const sentence = ticket === undefined ? "" : ticketSentence(ticket, words);
  useEffect(() => {
    if (before.current === "waiting" && ticket?.status === "called") {
      platform.tick();
      announce(sentence);
    }
    before.current = ticket?.status;
  }, [ticket?.status, sentence]);
}

function TicketFacts({ ticket }: { ticket: Ticket }) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const { appointment } = ticket;
  return (
    <View className="card card-flush mt-3">
      <KeyValue first label={t.hall} value={ticket.hall.name} />
      <KeyValue label={t.address} value={ticket.hall.address} />
      <KeyValue label={t.takenAt} value={words.moment(ticket.takenAt)} />
      {appointment === undefined ? null : (
        <KeyValue label={t.appointmentAt} value={`${words.date(appointment.on)} ${appointment.from}`} />
      )}
      <KeyValue label={t.limit} value={t.limitDays(ticket.limitDays)} />
    </View>
  );
}

function TicketActions({ ticket, onCancel }: { ticket: Ticket; onCancel: () => void }) {
  const t = useTexts(queueTexts);
  const mayCancel = ticket.can.includes("cancel");
  const over = ticket.endedAt !== undefined;
  if (over || (ticket.status === "skipped" && ticket.putBackPlaces === 0)) {
    return (
      <ActionBar>
        <Button
          className="grow"
          kind={ticket.status === "done" ? "quiet" : "primary"}
          text={t.takeAgain}
          onTap={() => replace("takeNumber", { item: ticket.itemId })}
        />
      </ActionBar>
    );
  }
  if (isAtWindow(ticket.status)) return null;
  return (
    <ActionBar>
      <Button
        className="grow mr-2"
        kind="quiet"
        text={t.toGuide}
        onTap={() => open("guide", { id: ticket.itemId })}
      />
      {mayCancel ? <Button className="grow" kind="line" text={t.cancelTicket} onTap={onCancel} /> : null}
    </ActionBar>
  );
}

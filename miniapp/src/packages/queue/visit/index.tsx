import { View } from "@tarojs/components";
import { useState } from "react";
import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Section } from "../../../components/base/Section";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { Empty, ErrorState, ListEnd, SkeletonCards, StaleLine } from "../../../components/list/States";
import { runs } from "../../../components/queue/ticketWords";
import { SignInCard } from "../../../components/talent/SignInCard";
import { open, pageParams } from "../../../hooks/navigation";
import { useLive } from "../../../hooks/useLive";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import "../queue.scss";
import { queueTexts } from "../queueTexts";
import { AppointmentCard } from "./AppointmentCard";
import { CancelAppointmentSheet } from "./CancelAppointmentSheet";
import { TicketRow } from "./TicketRow";

/** Everything that brings a talent to a hall: running numbers and appointments. */
export default function VisitPage() {
  const t = useTexts(queueTexts);
  const me = useMe();
  const [cancelling, setCancelling] = useState<Cancelling>();
  return (
    <Page
      name="visit"
      title={t.visitTitle}
      bottom={
        me === undefined ? null : (
          <ActionBar>
            <Button className="grow" icon="ticket" text={t.takeNew} onTap={() => open("takeNumber")} />
          </ActionBar>
        )
      }
      over={
        cancelling === undefined ? null : (
          <CancelAppointmentSheet
            {...cancelling}
            onClose={() => setCancelling(undefined)}
            onDone={() => {
              cancelling.onDone();
              setCancelling(undefined);
            }}
          />
        )
      }
    >
      {me === undefined ? <SignInCard why={t.signInWhy} /> : <MyVisits onCancel={setCancelling} />}
    </Page>
  );
}

interface Cancelling {
  id: string;
  when: string;
  onDone: () => void;
}

function MyVisits({ onCancel }: { onCancel: (which: Cancelling) => void }) {
  const t = useTexts(queueTexts);
  const [{ booked, moved }] = useState(pageParams);
  const tickets = useLive("tickets.mine", {}, { keep: true });
  const appointments = usePages("appointments.list", {});
  const all = tickets.data?.items ?? [];
  const running = all.filter(({ status }) => runs(status));
  const ended = all.filter(({ status }) => !runs(status));
  const nothing = tickets.data !== undefined && all.length === 0 && appointments.rows.length === 0;
  const failed = tickets.error ?? appointments.error;
  return (
    <View>
      {booked === undefined ? null : <Note className="mb-3" tone="primary" text={t.booked(booked)} />}
      {moved === undefined ? null : <Note className="mb-3" tone="primary" text={t.moved(moved)} />}
      <StaleLine since={tickets.staleSince} onRefresh={() => void tickets.refresh()} />
      {tickets.loading ? <SkeletonCards cards={2} /> : null}
      {tickets.data === undefined && failed !== undefined ? (
        <ErrorState error={failed} onRetry={() => void tickets.refresh()} />
      ) : null}
      {nothing && !appointments.loading ? (
        <Empty icon="ticket" text={t.nothing} hint={t.nothingHint} />
      ) : null}
      <TicketRows title={t.myNumbers} tickets={running} />
      {appointments.rows.length === 0 ? null : (
        <View>
          <Section title={t.myAppointments} />
          <View className="card card-flush">
            {appointments.rows.map((appointment, index) => (
              <AppointmentCard
                key={appointment.id}
                appointment={appointment}
                first={index === 0}
                onChanged={() => void appointments.refresh()}
                onCancel={(when) =>
                  onCancel({ id: appointment.id, when, onDone: () => void appointments.refresh() })
                }
              />
            ))}
          </View>
          <ListEnd
            hasMore={appointments.hasMore}
            busy={appointments.loadingMore}
            onMore={appointments.more}
          />
        </View>
      )}
      <TicketRows title={t.endedToday} tickets={ended} />
    </View>
  );
}

function TicketRows({ title, tickets }: { title: string; tickets: readonly Ticket[] }) {
  if (tickets.length === 0) return null;
  return (
    <View>
      <Section title={title} />
      <View className="card card-flush">
        {tickets.map((ticket, index) => (
          <TicketRow key={ticket.id} ticket={ticket} first={index === 0} />
        ))}
      </View>
    </View>
  );
}

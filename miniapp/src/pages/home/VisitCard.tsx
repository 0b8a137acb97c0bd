import { Text, View } from "@tarojs/components";
import type { Appointment } from "@talent/shared/contract/schemas/appointments";
import type { Ticket } from "@talent/shared/contract/schemas/counters";
import { Icon } from "../../components/base/Icon";
import { Section } from "../../components/base/Section";
import { Tap } from "../../components/base/Tap";
import { isAtWindow, runs, ticketSentence } from "../../components/queue/ticketWords";
import { open } from "../../hooks/navigation";
import { useEvery } from "../../hooks/useEvery";
import { LIVE_MS } from "../../hooks/useLive";
import { useQuery } from "../../hooks/useQuery";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { homeTexts } from "./texts";

const SHOWN_APPOINTMENTS = 3;

/** A number that runs or an appointment to come; nothing otherwise. A running number is looked at every few seconds. */
export function VisitCard() {
  const t = useTexts(homeTexts);
  const tickets = useQuery("tickets.mine", {}, { keep: true });
  const appointments = useQuery(
    "appointments.list",
    { query: { limit: SHOWN_APPOINTMENTS } },
    { keep: true },
  );
  const running = (tickets.data?.items ?? []).filter(({ status }) => runs(status));
  const booked = (appointments.data?.items ?? []).filter(({ status }) => status === "booked");
  const live = running.length > 0 && tickets.error === undefined;
  useEvery(LIVE_MS, () => {
    if (live) void tickets.refresh();
  });
  if (running.length === 0 && booked.length === 0) return null;
  return (
    <View>
      <Section title={t.visit} more={{ text: t.allVisits, onTap: () => open("visit") }} />
      <View className="card card-flush">
        {running.map((ticket, index) => (
          <TicketLine key={ticket.id} ticket={ticket} first={index === 0} />
        ))}
        {booked.map((appointment, index) => (
          <AppointmentLine
            key={appointment.id}
            appointment={appointment}
            first={running.length === 0 && index === 0}
          />
        ))}
      </View>
    </View>
  );
}

function TicketLine({ ticket, first }: { ticket: Ticket; first: boolean }) {
  const t = useTexts(homeTexts);
  const words = useWords();
  const { ahead } = ticket;
  return (
    <Tap
      className={`req ${first ? "req-first" : ""}`}
      role="link"
      onTap={() => open("ticket", { id: ticket.id })}
    >
      <View className="grow">
        <View className="row row-base">
          <Text className="num t-2xl pri mr-2">{ticket.number}</Text>
          <Text className="b">{words.say(ticket.itemName)}</Text>
        </View>
        <View className={`t-s ${isAtWindow(ticket.status) ? "b" : "ink-2"}`}>
          {ahead === undefined ? ticketSentence(ticket, words) : t.ahead(ahead)}
        </View>
      </View>
      <Icon name="right" size="xs" colour="ink-3" className="chev" />
    </Tap>
  );
}

function AppointmentLine({ appointment, first }: { appointment: Appointment; first: boolean }) {
  const words = useWords();
  const arrives = appointment.can.includes("checkIn");
  const t = useTexts(homeTexts);
  return (
    <Tap className={`req ${first ? "req-first" : ""}`} role="link" onTap={() => open("visit")}>
      <View className="grow">
        <View className="b">{`${words.date(appointment.on)}${appointment.from}`}</View>
        <View className="t-s ink-2">{`${words.say(appointment.itemName)}，${appointment.hall.name}`}</View>
      </View>
      {arrives ? (
        <View className="pill pill-pri ml-3">
          <Text>{t.checkIn}</Text>
        </View>
      ) : (
        <Icon name="right" size="xs" colour="ink-3" className="chev" />
      )}
    </Tap>
  );
}

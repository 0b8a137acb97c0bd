import { Text, View } from "@tarojs/components";
import type { Appointment } from "@talent/shared/contract/schemas/appointments";
import { APPOINTMENT_STATUS_LABELS } from "@talent/shared/labels/counters";
import { serverNow } from "../../../api/serverClock";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Tag } from "../../../components/base/Tag";
import { open } from "../../../hooks/navigation";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { queueTexts } from "../queueTexts";

export interface AppointmentCardProps {
  appointment: Appointment;
  first: boolean;
  onChanged: () => void;
  /** With its day and time in words. */
  onCancel: (when: string) => void;
}

/** One appointment with what can be done about it now. */
export function AppointmentCard({ appointment, first, onChanged, onCancel }: AppointmentCardProps) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const booked = appointment.status === "booked";
  const when = `${words.date(appointment.on)}${appointment.from}–${appointment.to}`;
  return (
    <View className={`qu-ap ${first ? "qu-ap-first" : ""}`}>
      <View className="row row-between">
        <Text className="t-l b">{when}</Text>
        <Tag
          tone={booked ? "pri" : "line"}
          text={words.say(APPOINTMENT_STATUS_LABELS[appointment.status])}
          className="ml-2"
        />
      </View>
      <View>{words.say(appointment.itemName)}</View>
      <View className="t-s ink-2">{`${appointment.hall.name}，${appointment.hall.address}`}</View>
      {appointment.cancelReason === undefined ? null : (
        <View className="t-s ink-2">{t.cancelledBecause(appointment.cancelReason)}</View>
      )}
      {booked ? (
        <BookedActions appointment={appointment} onChanged={onChanged} onCancel={() => onCancel(when)} />
      ) : null}
    </View>
  );
}

interface BookedActionsProps {
  appointment: Appointment;
  onChanged: () => void;
  onCancel: () => void;
}

function BookedActions({ appointment, onChanged, onCancel }: BookedActionsProps) {
  const t = useTexts(queueTexts);
  const words = useWords();
  const checkIn = useWrite("appointments.checkIn");
  const { id, can, hall, itemId } = appointment;
  const arrive = async () => {
    const done = await checkIn.run({ params: { id } });
    if (done === undefined) return;
    onChanged();
    open("ticket", { id: done.data.ticket.id });
  };
  const early = serverNow().getTime() < Date.parse(appointment.checkInFrom);
  return (
    <View>
      <View className="t-s ink-2">
        {early
          ? t.checkInFrom(words.moment(appointment.checkInFrom))
          : t.checkInUntil(words.moment(appointment.checkInUntil))}
      </View>
      {checkIn.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(checkIn.error, words.language)} />
      )}
      <View className="qu-acts">
        {can.includes("checkIn") ? (
          <Button
            small
            className="qu-act"
            text={t.checkIn}
            busyText={checkIn.busy ? t.checkingIn : undefined}
            onTap={() => void arrive()}
          />
        ) : null}
        {can.includes("reschedule") ? (
          <Button
            small
            kind="quiet"
            className="qu-act"
            text={t.move}
            onTap={() => open("bookVisit", { hall: hall.id, item: itemId, appointment: id })}
          />
        ) : null}
        {can.includes("cancel") ? (
          <Button small kind="line" className="qu-act" text={t.cancelAppointment} onTap={onCancel} />
        ) : null}
      </View>
    </View>
  );
}

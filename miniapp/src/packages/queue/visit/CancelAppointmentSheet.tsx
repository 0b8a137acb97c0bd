import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { ConfirmSheet } from "../../../components/frame/ConfirmSheet";
import { queueTexts } from "../queueTexts";

export interface CancelAppointmentSheetProps {
  id: string;
  /** Day and time in words. */
  when: string;
  onClose: () => void;
  onDone: () => void;
}

export function CancelAppointmentSheet({ id, when, onClose, onDone }: CancelAppointmentSheetProps) {
  const t = useTexts(queueTexts);
  const write = useWrite("appointments.cancel");
  const cancel = async () => {
    if ((await write.run({ params: { id }, body: {} })) === undefined) return;
    announce(t.cancelAppointment);
    onDone();
  };
  return (
    <ConfirmSheet
      title={t.cancelAppointmentTitle(when)}
      why={t.cancelAppointmentWhy}
      confirm={t.cancelAppointment}
      busyText={write.busy ? t.cancelling : undefined}
      keep={t.keepAppointment}
      error={write.error}
      onConfirm={() => void cancel()}
      onClose={onClose}
    />
  );
}

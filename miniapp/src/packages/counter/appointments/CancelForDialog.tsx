import { View } from "@tarojs/components";
import type { HallAppointment } from "@talent/shared/contract/schemas/appointments";
import { useState } from "react";
import type { Layout } from "../../../components/staff/browser/layout";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterListTexts } from "../counterListTexts";

/** Bound of the contract's schema. */
const REASON_LENGTH = 100;

export interface CancelForDialogProps {
  layout: Layout;
  appointment: HallAppointment;
  onClose: () => void;
  onDone: () => void;
}

/** Cancels somebody's appointment; they read why. */
export function CancelForDialog({ layout, appointment, onClose, onDone }: CancelForDialogProps) {
  const t = useTexts(counterListTexts);
  const { language, say } = useWords();
  const write = useWrite("counter.cancelAppointment");
  const [reason, setReason] = useState("");
  const text = reason.trim();
  const confirm = async () => {
    if (text === "") return;
    const done = await write.run({ params: { id: appointment.id }, body: { reason: text } });
    if (done !== undefined) onDone();
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.cancelTitle(appointment.maskedName, appointment.from)}
      sub={say(appointment.itemName)}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <DialogActions
          confirmText={t.cancelConfirm}
          blocked={text === "" ? t.cancelNeeds : undefined}
          busy={write.busy}
          danger
          onConfirm={() => void confirm()}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={write.error === undefined ? undefined : errorSentence(write.error, language)} />
      <View className="ink-2">{t.cancelWhy}</View>
      <LabelledText
        label={t.cancelReason}
        value={reason}
        most={REASON_LENGTH}
        placeholder={t.cancelReasonPlaceholder}
        lines="several"
        onChange={setReason}
      />
    </StaffDialog>
  );
}

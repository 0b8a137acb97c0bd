import { View } from "@tarojs/components";
import { useState } from "react";
import { DEFAULT_COMPLAINT_LIMITS } from "@talent/shared/domain/complaints";
import { Segmented } from "../../../components/form/Choices";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

const { answerDays, mostAnswerDays } = DEFAULT_COMPLAINT_LIMITS;
const OFFERED = ["3", String(answerDays), "10", String(mostAnswerDays)] as const;

/** Accepting promises the day of the answer. */
export function AcceptDialog({ layout, complaint, onClose, onDone }: ComplaintDialogProps) {
  const t = useTexts(staffComplaintTexts);
  const { language } = useWords();
  const [days, setDays] = useState(String(answerDays));
  const write = useWrite("complaints.accept");
  const confirm = async () => {
    const done = await write.run({ params: { id: complaint.id }, body: { answerDays: Number(days) } });
    if (done !== undefined) onDone(done.data);
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.did.accept}
      sub={complaint.number}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <DialogActions
          confirmText={t.accept.confirm(Number(days))}
          busy={write.busy}
          onConfirm={() => void confirm()}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={write.error === undefined ? undefined : errorSentence(write.error, language)} />
      <View className="mb-2">{t.accept.lead}</View>
      <Segmented
        label={t.accept.days}
        choices={OFFERED.map((value) => ({ value, label: t.accept.option(Number(value)) }))}
        value={days}
        onChange={setDays}
      />
      <View className="t-s ink-2 mt-2">{t.accept.hint}</View>
    </StaffDialog>
  );
}

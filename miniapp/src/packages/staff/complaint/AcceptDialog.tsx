import { View } from "@tarojs/components";
import { useState } from "react";
import { DEFAULT_COMPLAINT_LIMITS } from "@talent/shared/domain/complaints";
import { Segmented } from "../../../components/form/Choices";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { ComplaintDialogFrame } from "./ComplaintDialogFrame";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

const { answerDays, mostAnswerDays } = DEFAULT_COMPLAINT_LIMITS;
const OFFERED = ["3", String(answerDays), "10", String(mostAnswerDays)] as const;

/** Accepting promises the day of the answer. */
export function AcceptDialog({ layout, complaint, onClose, onDone }: ComplaintDialogProps) {
  const t = useTexts(staffComplaintTexts);
  const [days, setDays] = useState(String(answerDays));
  const write = useWrite("complaints.accept");
  const confirm = async () => {
    const done = await write.run({ params: { id: complaint.id }, body: { answerDays: Number(days) } });
    if (done !== undefined) onDone(done.data);
  };
  return (
    <ComplaintDialogFrame
      layout={layout}
      complaint={complaint}
      act="accept"
      confirmText={t.accept.confirm(Number(days))}
      busy={write.busy}
      trouble={write.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <View className="mb-2">{t.accept.lead}</View>
      <Segmented
        label={t.accept.days}
        choices={OFFERED.map((value) => ({ value, label: t.accept.option(Number(value)) }))}
        value={days}
        onChange={setDays}
      />
      <View className="t-s ink-2 mt-2">{t.accept.hint}</View>
    </ComplaintDialogFrame>
  );
}

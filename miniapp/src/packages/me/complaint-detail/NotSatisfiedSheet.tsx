import { View } from "@tarojs/components";
import { useState } from "react";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import { COMPLAINT_BOUNDS } from "@talent/shared/domain/complaints";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { TextArea } from "../../../components/form/TextField";
import { Sheet } from "../../../components/frame/Sheet";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { complaintDetailTexts } from "./texts";

interface Props {
  complaint: ComplaintDetail;
  onClose: () => void;
  onDone: (changed: ComplaintDetail) => void;
}

/** Why the answer is not enough: once it brings a second review, after that it stays with the case. */
export function NotSatisfiedSheet({ complaint, onClose, onDone }: Props) {
  const t = useTexts(complaintDetailTexts);
  const words = useWords();
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const write = useWrite("complaints.respond");
  const again = complaint.can.includes("disagree");
  const text = reason.trim();
  const send = async () => {
    setChecked(true);
    if (again && text === "") return;
    const body = { satisfied: false, ...(text === "" ? {} : { reason: text }) };
    const done = await write.run({ params: { id: complaint.id }, body });
    if (done !== undefined) onDone(done.data);
  };
  return (
    <Sheet
      title={t.notSatisfiedTitle}
      onClose={onClose}
      actions={
        <View>
          <Button
            id="confirm-disagree"
            text={again ? t.askAgain : t.finish}
            onTap={() => void send()}
            busyText={write.busy ? t.sending : undefined}
          />
          <Button className="mt-2" kind="text" text={t.cancel} onTap={onClose} />
        </View>
      }
    >
      <View>{again ? t.againWhy : t.lastWhy}</View>
      <TextArea
        label={t.reason}
        optional={!again}
        value={reason}
        most={COMPLAINT_BOUNDS.reason}
        error={checked && again && text === "" ? t.reasonMissing : undefined}
        onChange={setReason}
      />
      {write.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
    </Sheet>
  );
}

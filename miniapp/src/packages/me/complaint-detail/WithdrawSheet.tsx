import { View } from "@tarojs/components";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Sheet } from "../../../components/frame/Sheet";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { complaintDetailTexts } from "./texts";

interface Props {
  id: string;
  onClose: () => void;
  onDone: (changed: ComplaintDetail) => void;
}

/** Taking a letter back is asked for once more, with its consequence. */
export function WithdrawSheet({ id, onClose, onDone }: Props) {
  const t = useTexts(complaintDetailTexts);
  const words = useWords();
  const write = useWrite("complaints.withdraw");
  const send = async () => {
    const done = await write.run({ params: { id } });
    if (done !== undefined) onDone(done.data);
  };
  return (
    <Sheet
      title={t.withdrawTitle}
      onClose={onClose}
      actions={
        <View>
          <Button
            id="confirm-withdraw"
            kind="danger"
            text={t.withdraw}
            onTap={() => void send()}
            busyText={write.busy ? t.sending : undefined}
          />
          <Button className="mt-2" kind="text" text={t.keep} onTap={onClose} />
        </View>
      }
    >
      <View>{t.withdrawWhy}</View>
      {write.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
    </Sheet>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import { LOSS_KINDS, type LossKind } from "@talent/shared/domain/talentCode/rules";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { RadioList } from "../../../components/form/Choices";
import { Sheet } from "../../../components/frame/Sheet";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { codeTexts } from "./texts";

export interface LossSheetProps {
  onLost: (kind: LossKind) => void;
  onClose: () => void;
}

/** Reports the phone or the card lost, after saying what that ends. */
export function LossSheet({ onLost, onClose }: LossSheetProps) {
  const t = useTexts(codeTexts);
  const words = useWords();
  const [kind, setKind] = useState<LossKind>("phone");
  const { run, busy, error } = useWrite("talentCode.reportLoss");
  const report = async () => {
    const done = await run({ body: { kind, reason: t.lossReason[kind] } });
    if (done === undefined) return;
    announce(kind === "phone" ? t.lostPhone : t.lostCard);
    onLost(kind);
  };
  return (
    <Sheet
      title={t.loseTitle}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="danger"
            text={kind === "phone" ? t.losePhone : t.loseCard}
            onTap={() => void report()}
            busyText={busy ? t.losing : undefined}
          />
          <Button kind="text" className="mt-2" text={t.keep} onTap={onClose} />
        </>
      }
    >
      <RadioList
        label={t.loseTitle}
        value={kind}
        onChange={setKind}
        choices={LOSS_KINDS.map((value) => ({
          value,
          label: t.loseKinds[value],
          hint: t.loseHints[value],
        }))}
      />
      {error === undefined ? null : (
        <View className="mt-3">
          <Note tone="brick" text={errorSentence(error, words.language)} />
        </View>
      )}
    </Sheet>
  );
}

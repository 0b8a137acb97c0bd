import { View } from "@tarojs/components";
import { useState } from "react";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { TextField } from "../../../components/form/TextField";
import { Sheet } from "../../../components/frame/Sheet";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";

/** Bound of the contract's schema. */
const QR_LENGTH = 120;

/** Confirms the sign-in of a browser: scanned in WeChat, typed where there is no camera. */
export function ApproveSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(meTexts);
  const frame = useTexts(frameTexts);
  const { language } = useWords();
  const write = useWrite("browserSignIns.approve");
  const [text, setText] = useState("");
  const [done, setDone] = useState(false);
  const [refused, setRefused] = useState(false);
  const qrText = text.trim();
  const scan = () =>
    platform.scan().then(
      (scanned) => {
        setRefused(false);
        setText(scanned);
      },
      () => setRefused(true),
    );
  const approve = async () => setDone((await write.run({ body: { qrText } })) !== undefined);
  return (
    <Sheet
      title={t.approveTitle}
      onClose={onClose}
      actions={
        done ? (
          <Button text={frame.close} onTap={onClose} />
        ) : (
          <>
            <Button
              text={qrText === "" ? t.approveNeeds : t.approveConfirm}
              disabled={qrText === ""}
              busyText={write.busy ? frame.loading : undefined}
              onTap={() => void approve()}
            />
            <Button kind="text" text={frame.close} onTap={onClose} className="mt-2" />
          </>
        )
      }
    >
      {done ? (
        <Note tone="primary" text={t.approved} />
      ) : (
        <View>
          <View className="ink-2">{t.approveWhy}</View>
          {write.error === undefined ? null : (
            <Note tone="brick" text={errorSentence(write.error, language)} className="mt-3" />
          )}
          {refused ? <Note tone="brick" text={t.scanRefused} className="mt-3" /> : null}
          {platform.name === "weapp" ? (
            <Button
              kind="quiet"
              icon="scan"
              text={t.approveScan}
              onTap={() => void scan()}
              className="mt-3"
            />
          ) : null}
          <TextField
            label={t.approveTyped}
            hint={t.approveTypedHint}
            value={text}
            most={QR_LENGTH}
            onChange={(value) => {
              setText(value);
              write.clearError();
            }}
          />
        </View>
      )}
    </Sheet>
  );
}

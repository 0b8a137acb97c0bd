import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Desk } from "@talent/shared/contract/schemas/counters";
import type { Output } from "../../../api/client";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Sheet } from "../../../components/frame/Sheet";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { deviceTexts } from "../deviceTexts";

/** Digits as they are read aloud and typed. */
function grouped(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

export interface DeviceSheetProps {
  desk: Desk;
  onChanged: () => void;
  onClose: () => void;
}

/** Sets the rating device of a window up: a code here, typed once there. The device never gets a session of staff. */
export function DeviceSheet({ desk, onChanged, onClose }: DeviceSheetProps) {
  const t = useTexts(deviceTexts);
  const frame = useTexts(frameTexts);
  const words = useWords();
  const pair = useWrite("counter.pairingCode");
  const unpair = useWrite("counter.unpairDevice");
  const [code, setCode] = useState<Output<"counter.pairingCode">>();
  const params = { id: desk.window.id };
  const issue = async () => setCode((await pair.run({ params }))?.data);
  const drop = async () => {
    if ((await unpair.run({ params })) === undefined) return;
    onChanged();
    onClose();
  };
  const error = pair.error ?? unpair.error;
  return (
    <Sheet
      title={t.title(desk.window.number)}
      onClose={onClose}
      actions={
        <View>
          {code === undefined ? (
            <Button
              id="pairing-code"
              text={desk.device.paired ? t.issueAgain : t.issue}
              busyText={pair.busy ? t.busy : undefined}
              onTap={() => void issue()}
            />
          ) : null}
          {desk.device.paired && code === undefined ? (
            <Button
              className="mt-2"
              kind="danger"
              text={t.unpair}
              busyText={unpair.busy ? t.busy : undefined}
              onTap={() => void drop()}
            />
          ) : null}
          <Button className="mt-2" kind="text" text={frame.close} onTap={onClose} />
        </View>
      }
    >
      <View className="ink-2">{t.how}</View>
      <View className="mt-2">{t.address}</View>
      {code === undefined ? null : (
        <View className="mt-3">
          <Text className="t-s ink-2">{t.codeUntil(words.time(code.expiresAt))}</Text>
          <View id="pairing-digits" className="num ct-pair-code">
            {grouped(code.code)}
          </View>
        </View>
      )}
      {desk.device.paired ? <View className="t-s ink-2 mt-2">{t.pairedNow}</View> : null}
      {error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(error, words.language)} />
      )}
    </Sheet>
  );
}

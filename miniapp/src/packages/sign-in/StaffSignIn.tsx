import { Text, View } from "@tarojs/components";
import { Button } from "../../components/base/Button";
import { Note } from "../../components/base/Note";
import { QrCode } from "../../components/base/QrCode";
import { Section } from "../../components/base/Section";
import { errorSentence } from "../../i18n/errorWords";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { useBrowserSignIn } from "./useBrowserSignIn";
import { signInTexts } from "./texts";

/** A QR code that a signed-in phone confirms: staff have no passwords. */
export function StaffSignIn({ onEntered }: { onEntered: () => void }) {
  const t = useTexts(signInTexts);
  const words = useWords();
  const { waiting, expired, error, begin } = useBrowserSignIn(onEntered);
  return (
    <View>
      <Section title={t.staffLead} />
      <View className="card">
        <View className="t-s ink-2">{t.staffHint}</View>
        {error === undefined ? null : (
          <Note tone="brick" className="mt-3" text={errorSentence(error, words.language)} />
        )}
        {waiting === undefined ? (
          <Button
            className="mt-3"
            kind="quiet"
            icon="code"
            text={expired ? t.staffNew : t.staffShow}
            onTap={begin}
          />
        ) : (
          <View className="c mt-3">
            <QrCode className="code-qr" text={waiting.qrText} alt={t.staffQr} />
            <View className="t-s ink-2 mt-2">{t.staffWaiting(words.time(waiting.expiresAt))}</View>
            <View className="t-s ink-2 mt-2">{t.codeText}</View>
            <Text className="t-s" selectable>
              {waiting.qrText}
            </Text>
          </View>
        )}
        {expired && waiting === undefined ? <View className="hint">{t.staffExpired}</View> : null}
      </View>
    </View>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ratingDeviceTexts } from "./deviceTexts";
import { Keypad } from "./Keypad";

/** Digits of a pairing code, the contract's bound. */
const CODE_LENGTH = 8;
const PLACE = "·";

/** Types the code that staff made at the desk; it is sent by itself with the last digit. */
export function PairStep({ onPair }: { onPair: (code: string) => Promise<void> }) {
  const t = useTexts(ratingDeviceTexts);
  const { language } = useWords();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const add = (digit: string) => {
    if (busy || typed.length >= CODE_LENGTH) return;
    const code = typed + digit;
    setTyped(code);
    setError(undefined);
    if (code.length < CODE_LENGTH) return;
    setBusy(true);
    onPair(code)
      .catch((failure: unknown) => {
        setError(failure);
        setTyped("");
      })
      .finally(() => setBusy(false));
  };
  return (
    <View className="rd-in">
      <Heading level={1} className="rd-ask">
        {t.pairTitle}
      </Heading>
      <View className="rd-hint">{busy ? t.pairing : t.pairHow}</View>
      <View className="num rd-typed">{typed.padEnd(CODE_LENGTH, PLACE)}</View>
      {error === undefined ? null : (
        <Note className="mb-3" tone="brick" text={errorSentence(error, language)} />
      )}
      <Keypad
        label={t.keypad}
        eraseLabel={t.erase}
        onDigit={add}
        onErase={() => setTyped(typed.slice(0, -1))}
      />
    </View>
  );
}

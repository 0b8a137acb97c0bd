import { Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { aria } from "../../base/aria";
import { Tap } from "../../base/Tap";
import { boardTexts } from "../texts/boardTexts";

export interface KeyHint {
  keys: readonly string[];
  word: string;
}

/** The line at the foot of a wide page: which keys there are, and what is selected. */
export function KeysLine({
  hints,
  said,
  onHelp,
}: {
  hints: readonly KeyHint[];
  said: string;
  /** Absent where the page has no list of its keys. */
  onHelp?: () => void;
}) {
  const t = useTexts(boardTexts);
  return (
    <View className="sf-keys">
      {hints.map((hint) => (
        <View key={hint.word} className="row" {...aria({ hidden: true })}>
          {hint.keys.map((key) => (
            <Text key={key} className="sf-key">
              {key}
            </Text>
          ))}
          <Text className="sf-key-w">{hint.word}</Text>
        </View>
      ))}
      {onHelp === undefined ? null : (
        <Tap className="row" onTap={onHelp}>
          <Text className="sf-key">?</Text>
          <Text className="sf-key-w">{t.keys.help}</Text>
        </Tap>
      )}
      <View className="grow" />
      <Text className="sf-el">{said}</Text>
    </View>
  );
}

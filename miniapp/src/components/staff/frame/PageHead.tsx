import { Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { Heading } from "../../base/Heading";
import { boardTexts } from "../texts/boardTexts";

/** Title and date at the head of a wide page. */
export function PageHead({ title }: { title: string }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  return (
    <View className="sf-hd sf-wide">
      <Heading level={1} className="sf-hd-t grow">
        {title}
      </Heading>
      <Text className="t-s ink-2 nb">{t.todayIs(words.date(words.todayOn))}</Text>
    </View>
  );
}

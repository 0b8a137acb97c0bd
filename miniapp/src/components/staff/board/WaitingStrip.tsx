import { ScrollView, Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { Tap } from "../../base/Tap";
import type { WaitingCase } from "./WaitingGroup";
import { caseWorkTexts } from "../texts/caseWorkTexts";
import { waitingWords } from "./waitingWords";

/** 等我处理 in one line over the lanes of the board; nothing while nobody waits. */
export function WaitingStrip({
  items,
  onOpen,
}: {
  items: readonly WaitingCase[];
  onOpen: (id: string) => void;
}) {
  const t = useTexts(caseWorkTexts);
  const words = useWords();
  if (items.length === 0) return null;
  return (
    <View className="cw-wait sf-wide" {...aria({ role: "region", label: t.waiting })}>
      <Text className="cw-wait-h">{`${t.waiting} ${items.length}`}</Text>
      <ScrollView className="grow" scrollX enhanced showScrollbar={false}>
        <View className="cw-wait-in">
          {items.map(({ request, waiting }) => (
            <Tap key={request.id} className="cw-wait-c" onTap={() => onOpen(request.id)}>
              <View className="t-s b sf-el">{waitingWords(waiting, t, words)}</View>
              <View className="t-xs ink-2 sf-el">{`${request.number}　${words.say(request.itemName)}`}</View>
            </Tap>
          ))}
        </View>
      </ScrollView>
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import type { Output } from "../../../api/client";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { Heading } from "../../base/Heading";
import { Icon } from "../../base/Icon";
import { StatusMark } from "../../base/StatusMark";
import { Tap } from "../../base/Tap";
import { boardTexts } from "../texts/boardTexts";
import { caseWorkTexts } from "../texts/caseWorkTexts";
import { waitingWords } from "./waitingWords";

export type WaitingCase = Output<"board.waiting">["items"][number];

/** 等我处理 as the first group of a list; nothing while nobody waits. */
export function WaitingGroup({
  items,
  onOpen,
}: {
  items: readonly WaitingCase[];
  onOpen: (id: string) => void;
}) {
  const t = useTexts(caseWorkTexts);
  const board = useTexts(boardTexts);
  const words = useWords();
  if (items.length === 0) return null;
  return (
    <View>
      <View className="bd-grp">
        <StatusMark shape="near" className="mr-2" />
        <Heading className="none nb">{t.waiting}</Heading>
        <Text className="bd-grp-n">{String(items.length)}</Text>
        <Text className="bd-grp-q">{t.waitingHint}</Text>
      </View>
      <View className="bd-rows">
        {items.map(({ request, waiting }, index) => (
          <View key={request.id}>
            {index === 0 ? null : <View className="bd-row-hr" />}
            <Tap className="bd-row row" onTap={() => onOpen(request.id)}>
              <View className="grow">
                <View className="bd-row-t">{waitingWords(waiting, t, words)}</View>
                <View className="bd-row-2">
                  <Text className="sf-el">
                    {`${request.number}　${words.say(request.itemName)}　${request.maskedName}　${board.categoryWord(request.category)}`}
                  </Text>
                </View>
              </View>
              <Icon name="right" size="xs" colour="ink-3" className="ml-2" />
            </Tap>
          </View>
        ))}
      </View>
    </View>
  );
}

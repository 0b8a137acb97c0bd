import { Text, View } from "@tarojs/components";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { memo } from "react";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { WorkMarks } from "../case/WorkMarks";
import { dueSentence } from "../limitWords";
import { boardTexts } from "../texts/boardTexts";
import { CardBottom } from "./CardBottom";
import { LeftMark } from "./LeftMark";
import { RovingTap } from "./RovingTap";
import { LimitTicks } from "./Ticks";

export interface BoardCardProps {
  request: RequestSummary;
  onOpen: (id: string) => void;
  /** The one card that the Tab key reaches. */
  tabStop: boolean;
  onFocus?: (id: string) => void;
}

/** Id of a card's element, by which the keyboard finds it. */
export function cardId(requestId: string): string {
  return `card-${requestId}`;
}

/** A case on the board. The whole card opens it. */
export const BoardCard = memo(function BoardCard({ request, onOpen, tabStop, onFocus }: BoardCardProps) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const handling = request.limit?.kind === "handling" ? request.limit : undefined;
  return (
    <RovingTap
      id={cardId(request.id)}
      className="bd-card"
      tabStop={tabStop}
      onTap={() => onOpen(request.id)}
      onFocus={() => onFocus?.(request.id)}
    >
      <View className="bd-l1">
        <Text>{request.number}</Text>
        {request.limit === undefined ? null : <LeftMark limit={request.limit} />}
      </View>
      <View className="bd-t">
        <Text className="sf-el">{words.say(request.itemName)}</Text>
        {request.sample ? <Text className="sf-tag ml-2">{words.say(SAMPLE_LABEL)}</Text> : null}
      </View>
      <View className="bd-w sf-el">{`${request.maskedName}　${t.categoryWord(request.category)}　${request.districtName}`}</View>
      {handling === undefined ? null : (
        <View className="mt-2">
          <LimitTicks limit={handling} />
        </View>
      )}
      <View className="bd-x mt-1">{dueSentence(request, t, words)}</View>
      <WorkMarks request={request} />
      <CardBottom request={request} />
    </RovingTap>
  );
});

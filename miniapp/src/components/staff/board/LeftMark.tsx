import { Text, View } from "@tarojs/components";
import type { LimitView } from "@talent/shared/contract/schemas/requests";
import { useTexts } from "../../../i18n/texts";
import { StatusMark } from "../../base/StatusMark";
import { leftWords } from "../limitWords";
import { boardTexts } from "../texts/boardTexts";

/** Working days left, or how late: the one figure of a card. */
export function LeftMark({ limit }: { limit: LimitView }) {
  const { before, figure, after, mark, tone } = leftWords(limit, useTexts(boardTexts));
  const strong = figure === undefined && tone === "near" ? "bd-left-b" : "";
  return (
    <View className={`bd-left bd-left-${tone} ${strong}`}>
      {mark === undefined ? null : <StatusMark shape={mark} className="sf-mark-r" />}
      {before === undefined || before === "" ? null : <Text>{before}</Text>}
      {figure === undefined ? null : <Text className="bd-left-n">{figure}</Text>}
      {after === undefined ? null : <Text>{after}</Text>}
    </View>
  );
}

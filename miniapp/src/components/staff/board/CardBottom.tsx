import { Text, View } from "@tarojs/components";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { RATING_LEVEL_LABELS } from "@talent/shared/labels/ratings";
import { SOURCE_LABELS } from "@talent/shared/labels/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { boardTexts } from "../texts/boardTexts";
import { Holder } from "./Holder";

/** Last line of a card: whence it came, who has it, or how it was rated. */
export function CardBottom({ request }: { request: RequestSummary }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  if (request.lane === "toAccept" || request.status === "submitted") {
    const at = request.submittedAt === undefined ? "" : ` ${words.moment(request.submittedAt)}`;
    return <View className="bd-x">{`${words.say(SOURCE_LABELS[request.source])}${at}`}</View>;
  }
  if (request.status === "completed") {
    const said =
      request.ratingLevel === undefined
        ? t.notRated
        : t.rated(words.say(RATING_LEVEL_LABELS[request.ratingLevel]));
    return <View className="bd-x">{said}</View>;
  }
  return (
    <View className="bd-x">
      {request.holder === undefined ? (
        <Text>{request.office ?? t.noHolder}</Text>
      ) : (
        <Holder {...request.holder} />
      )}
    </View>
  );
}

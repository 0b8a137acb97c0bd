import { View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { isBadRating } from "@talent/shared/domain/ratings";
import { RATING_LEVEL_LABELS, RATING_TAG_LABELS } from "@talent/shared/labels/ratings";
import { Heading } from "../../../components/base/Heading";
import { Tag } from "../../../components/base/Tag";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { resultTexts } from "./texts";

/** The rating that was given; it cannot be changed. */
export function GivenRating({ rating }: { rating: NonNullable<RequestDetail["rating"]> }) {
  const t = useTexts(resultTexts);
  const words = useWords();
  return (
    <View className="card mt-3">
      <Heading className="t-s ink-2">{t.rated}</Heading>
      <View className="t-xl b">{words.say(RATING_LEVEL_LABELS[rating.level])}</View>
      <View className="row row-wrap mt-2">
        {rating.tags.map((tag) => (
          <Tag
            key={tag}
            className="mr-2"
            tone="pri"
            text={words.say(RATING_TAG_LABELS[tag] ?? { zh: tag, en: tag })}
          />
        ))}
      </View>
      {rating.comment === undefined ? null : <View className="mt-2">{rating.comment}</View>}
      <View className="t-s ink-2 mt-2">{words.moment(rating.at)}</View>
      {isBadRating(rating.level) ? <View className="t-s mt-2">{t.bad}</View> : null}
    </View>
  );
}

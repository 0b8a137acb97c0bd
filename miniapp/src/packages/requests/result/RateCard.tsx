import { View } from "@tarojs/components";
import { BOUNDS } from "@talent/shared/domain/limits";
import { isBadRating, RATING_TAGS } from "@talent/shared/domain/ratings";
import { RATING_TAG_LABELS } from "@talent/shared/labels/ratings";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { TagOptions } from "../../../components/form/Choices";
import { TextArea } from "../../../components/form/TextField";
import { ActionBar } from "../../../components/frame/ActionBar";
import { RatingScale } from "../../../components/talent/RatingScale";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { resultTexts } from "./texts";
import type { RatingInHand } from "./useRating";

/** Five words, then the tags of the chosen one, then free words. */
export function RateCard({ rating }: { rating: RatingInHand }) {
  const t = useTexts(resultTexts);
  const words = useWords();
  const { level } = rating;
  const tags = level === undefined ? [] : RATING_TAGS[level];
  return (
    <View>
      <View className="card mt-3">
        <Heading className="t-l b mb-3">{t.ask}</Heading>
        <RatingScale label={t.ask} value={level} onChange={rating.choose} />
        {level === undefined ? null : (
          <TagOptions
            label={t.tags}
            choices={tags.map((value) => ({
              value,
              label: words.say(RATING_TAG_LABELS[value] ?? { zh: value, en: value }),
            }))}
            chosen={rating.tags}
            onToggle={rating.toggle}
          />
        )}
        {level === undefined ? null : (
          <TextArea
            label={t.comment}
            optional
            value={rating.comment}
            most={BOUNDS.comment}
            onChange={rating.setComment}
          />
        )}
      </View>
      {level !== undefined && isBadRating(level) ? <Note className="mt-3" tone="sky" text={t.bad} /> : null}
      {rating.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(rating.error, words.language)} />
      )}
      <View className="hint">{t.once}</View>
    </View>
  );
}

export function RateAction({ rating }: { rating: RatingInHand }) {
  const t = useTexts(resultTexts);
  const chosen = rating.level !== undefined;
  return (
    <ActionBar>
      <Button
        id="send-rating"
        className="grow"
        text={chosen ? t.send : t.choose}
        disabled={!chosen}
        onTap={() => void rating.send()}
        busyText={rating.busy ? t.sending : undefined}
      />
    </ActionBar>
  );
}

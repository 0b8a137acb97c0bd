import { Text, View } from "@tarojs/components";
import { RATING_LEVELS } from "@talent/shared/domain/ratings";
import { ON_SITE_ASPECT_LABELS, RATING_LEVEL_LABELS } from "@talent/shared/labels/ratings";
import { Section } from "../../../components/base/Section";
import { KeyValue } from "../../../components/list/Fact";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterListTexts } from "../counterListTexts";

/** Ratings at the counter in groups of at least five: never a single one, never the rater. */
export function HallRatings({ hallId }: { hallId: string }) {
  const t = useTexts(counterListTexts);
  const { say } = useWords();
  const ratings = useQuery("counter.ratings", { params: { id: hallId } }).data;
  if (ratings === undefined) return null;
  return (
    <View>
      <Section title={t.ratings} />
      {ratings.shown === 0 ? (
        <View className="ink-2">{t.ratingsFew}</View>
      ) : (
        <View className="card card-flush">
          {RATING_LEVELS.map((level, index) => (
            <View key={level} className={`ct-row ${index === RATING_LEVELS.length - 1 ? "ct-row-last" : ""}`}>
              <Text className="ct-level">{say(RATING_LEVEL_LABELS[level])}</Text>
              <View className="grow ct-bar">
                <View
                  className="ct-bar-in"
                  style={{ width: `${(100 * (ratings.levels[level] ?? 0)) / ratings.shown}%` }}
                />
              </View>
              <Text className="num ct-row-wait">{String(ratings.levels[level] ?? 0)}</Text>
            </View>
          ))}
          {ratings.aspects.map(({ aspect, answered, bad }) => (
            <KeyValue
              key={aspect}
              wide
              label={say(ON_SITE_ASPECT_LABELS[aspect])}
              value={t.aspectBad(bad, answered)}
            />
          ))}
        </View>
      )}
      {ratings.shown === 0 ? null : <View className="hint">{t.ratingsHint(ratings.shown)}</View>}
    </View>
  );
}

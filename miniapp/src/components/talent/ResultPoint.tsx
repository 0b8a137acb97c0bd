import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import type { PointOutcome } from "@talent/shared/domain/lifecycle";
import { OUTCOME_LABELS } from "@talent/shared/labels/requests";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { Tag, type TagProps } from "../base/Tag";

/** A point with its answer. */
export type AnsweredPoint = RequestDetail["points"][number] & { outcome: PointOutcome };

export function isAnsweredPoint(point: RequestDetail["points"][number]): point is AnsweredPoint {
  return point.outcome !== undefined;
}

const TONES: Record<PointOutcome, NonNullable<TagProps["tone"]>> = {
  done: "moss",
  partly: "amber",
  notPossible: "brick",
};

/** The answer to one point of a request: the word, what was done, and the basis where it could not be. */
export function ResultPoint({ point, first = false }: { point: AnsweredPoint; first?: boolean }) {
  const { text, outcome, note, basis } = point;
  const t = useTexts(talentTexts);
  const words = useWords();
  return (
    <View className={`pt ${first ? "pt-first" : ""}`}>
      <View className="pt-tag">
        <Tag text={words.say(OUTCOME_LABELS[outcome])} tone={TONES[outcome]} />
      </View>
      <View className="grow">
        <View className="b">{text}</View>
        {note === undefined ? null : <View className="t-s ink-2">{note}</View>}
        {basis === undefined ? null : (
          <View className="t-s mt-1">
            <Text>{`${t.basis}${words.language === "zh" ? "：" : ": "}`}</Text>
            <Text>{basis}</Text>
          </View>
        )}
      </View>
    </View>
  );
}

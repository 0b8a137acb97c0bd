import { Text, View } from "@tarojs/components";
import { RATING_LEVELS, type RatingLevel } from "@talent/shared/domain/ratings";
import { RATING_LEVEL_LABELS } from "@talent/shared/labels/ratings";
import { useWords } from "../../i18n/useWords";
import { aria } from "../base/aria";
import { Tap } from "../base/Tap";

export interface RatingScaleProps {
  label: string;
  /** Absent = nothing is chosen beforehand. */
  value: RatingLevel | undefined;
  onChange: (level: RatingLevel) => void;
}

/** Longest word that stays on one line of the scale. */
const ONE_LINE = 3;

/** 非常满意 reads in two lines, 满意 in one; the break stands before the last two signs. */
function linesOf(word: string): string[] {
  if (word.includes(" ")) return [word];
  return word.length <= ONE_LINE ? [word] : [word.slice(0, 2), word.slice(2)];
}

/** The five words of 好差评, best first. */
export function RatingScale({ label, value, onChange }: RatingScaleProps) {
  const words = useWords();
  return (
    <View className="lv" {...aria({ role: "radiogroup", label })}>
      {RATING_LEVELS.map((level, index) => {
        const word = words.say(RATING_LEVEL_LABELS[level]);
        const on = level === value;
        return (
          <Tap
            key={level}
            id={`rating-${level}`}
            className={`lv-i ${on ? "lv-on" : ""} ${index === RATING_LEVELS.length - 1 ? "lv-last" : ""}`}
            role="radio"
            checked={on}
            label={word}
            onTap={() => onChange(level)}
          >
            {linesOf(word).map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </Tap>
        );
      })}
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { RATING_LEVELS, type RatingLevel } from "@talent/shared/domain/ratings";
import { RATING_LEVEL_LABELS } from "@talent/shared/labels/ratings";
import { aria } from "../../../components/base/aria";
import { Tap } from "../../../components/base/Tap";
import { useWords } from "../../../i18n/useWords";
import { palette } from "../../../theme/palette";
import { svgBackground } from "../../../theme/svgImage";
import { RATING_FACES } from "./faces";

const FACE_BOX = 48;
const FACE_STROKE = 2.2;

export interface FaceScaleProps {
  label: string;
  value: RatingLevel | undefined;
  onChange: (level: RatingLevel) => void;
}

/** The five levels as faces with their words, best first: large enough for a standing person's finger. */
export function FaceScale({ label, value, onChange }: FaceScaleProps) {
  const words = useWords();
  return (
    <View className="rd-faces" {...aria({ role: "radiogroup", label })}>
      {RATING_LEVELS.map((level) => {
        const on = level === value;
        const word = words.say(RATING_LEVEL_LABELS[level]);
        const colour = on ? palette["on-primary"] : palette["primary-strong"];
        return (
          <Tap
            key={level}
            id={`level-${level}`}
            className={`rd-face ${on ? "rd-face-on" : ""}`}
            role="radio"
            checked={on}
            label={word}
            onTap={() => onChange(level)}
          >
            <View
              className="rd-face-ic"
              style={svgBackground(RATING_FACES[level], { box: FACE_BOX, colour, width: FACE_STROKE })}
              {...aria({ hidden: true })}
            />
            <Text className="rd-face-w">{word}</Text>
          </Tap>
        );
      })}
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { aria } from "./aria";
import { statusShapes, type StatusShape } from "../../theme/statusShapes";
import { svgBackground } from "../../theme/svgImage";

export interface StatusMarkProps {
  shape: StatusShape;
  /** Absent only inside a column or group headed by the word. */
  word?: string;
  size?: "12" | "14" | "xs";
  className?: string;
}

/** Shape + word of a state. */
export function StatusMark({ shape, word, size = "12", className = "" }: StatusMarkProps) {
  return (
    <View className={`row ${className}`}>
      <View
        className={`ic ic-${size}`}
        style={svgBackground(statusShapes[shape], { box: 16 })}
        {...aria({ hidden: true })}
      />
      {word === undefined ? null : <Text className="ml-1">{word}</Text>}
    </View>
  );
}

import { View } from "@tarojs/components";
import { aria } from "../base/aria";

export interface TimelineLine {
  id: string;
  what: string;
  when: string;
  note?: string | undefined;
  look: "next" | "now" | "past" | "stopped";
}

/** What happened, newest first; above it what comes next. */
export function Timeline({ lines }: { lines: readonly TimelineLine[] }) {
  return (
    <View {...aria({ role: "list" })}>
      {lines.map((line, index) => (
        <View key={line.id} className={`ev ev-${line.look}`} {...aria({ role: "listitem" })}>
          <View className="ev-l">
            <View className="ev-dot" />
            {index === lines.length - 1 ? null : <View className="ev-line" />}
          </View>
          <View className={`ev-b ${index === lines.length - 1 ? "ev-last" : ""}`}>
            <View className={line.look === "now" ? "b" : ""}>{line.what}</View>
            {line.note === undefined ? null : <View className="t-s">{line.note}</View>}
            <View className="t-s ink-2">{line.when}</View>
          </View>
        </View>
      ))}
    </View>
  );
}

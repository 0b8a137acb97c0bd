import { View } from "@tarojs/components";
import { aria } from "../../components/base/aria";

/** Sentences one below the other in a card. */
export function BulletList({ lines }: { lines: readonly string[] }) {
  return (
    <View className="card card-flush" {...aria({ role: "list" })}>
      {lines.map((line, index) => (
        <View
          key={line}
          className={`check ${index === 0 ? "check-first" : ""}`}
          {...aria({ role: "listitem" })}
        >
          {line}
        </View>
      ))}
    </View>
  );
}

import { View } from "@tarojs/components";

/** The words of somebody else that an act answers. */
export function AskedBefore({ who, text }: { who: string; text: string }) {
  return (
    <View className="cw-asked">
      <View className="t-s ink-2">{who}</View>
      <View>{text}</View>
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { aria } from "./aria";

/** First letter of a name in a disc: no picture is ever asked for. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <View className={`mono ${small ? "mono-s" : ""}`} {...aria({ hidden: true })}>
      <Text>{name.slice(0, 1)}</Text>
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { boardTexts } from "../texts/boardTexts";

export interface HolderProps {
  letter: "A" | "B";
  name: string;
  office: string;
}

/** Who has the case: A outlined, B on duty solid. */
export function Holder({ letter, name, office }: HolderProps) {
  const t = useTexts(boardTexts);
  return (
    <View className="hd">
      <View className={`hd-l ${letter === "B" ? "hd-b" : ""}`}>
        <Text>{letter}</Text>
      </View>
      <Text className="sf-el">{letter === "B" ? `${t.onDuty(name)} ${office}` : `${name} ${office}`}</Text>
    </View>
  );
}

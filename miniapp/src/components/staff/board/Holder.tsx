import { Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { boardTexts } from "../texts/boardTexts";

export interface HolderProps {
  letter: "A" | "B";
  name: string;
  office: string;
  /** The A holder for whom B stands in. */
  coveringFor?: string | undefined;
}

/** Who has the case: A outlined, B on duty solid. */
export function Holder({ letter, name, office, coveringFor }: HolderProps) {
  const t = useTexts(boardTexts);
  return (
    <View className="hd">
      <View className={`hd-l ${letter === "B" ? "hd-b" : ""}`}>
        <Text>{letter}</Text>
      </View>
      <Text className="sf-el">
        {letter === "B" ? `${t.onDuty(name, coveringFor)} ${office}` : `${name} ${office}`}
      </Text>
    </View>
  );
}

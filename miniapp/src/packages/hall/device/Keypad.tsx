import { Text, View } from "@tarojs/components";
import { aria } from "../../../components/base/aria";
import { Icon } from "../../../components/base/Icon";
import { Tap } from "../../../components/base/Tap";

const ROWS = [
  ["1", "2", "3"],
  ["4", "5", "6"],
  ["7", "8", "9"],
] as const;

export interface KeypadProps {
  label: string;
  eraseLabel: string;
  onDigit: (digit: string) => void;
  onErase: () => void;
}

/** Digits for a screen without a keyboard. */
export function Keypad({ label, eraseLabel, onDigit, onErase }: KeypadProps) {
  const key = (digit: string) => (
    <Tap key={digit} className="rd-key" onTap={() => onDigit(digit)}>
      <Text className="num">{digit}</Text>
    </Tap>
  );
  return (
    <View {...aria({ role: "group", label })}>
      {ROWS.map((row) => (
        <View key={row[0]} className="rd-keys">
          {row.map(key)}
        </View>
      ))}
      <View className="rd-keys">
        <View className="rd-key rd-key-none" />
        {key("0")}
        <Tap className="rd-key" label={eraseLabel} onTap={onErase}>
          <Icon name="undo" />
        </Tap>
      </View>
    </View>
  );
}

import { View } from "@tarojs/components";
import { Segmented } from "../../form/Choices";

/** A number of working days out of a few. */
export function DaysChoice({
  label,
  choices,
  value,
  dayText,
  onChange,
}: {
  label: string;
  choices: readonly number[];
  value: number;
  dayText: (days: number) => string;
  onChange: (days: number) => void;
}) {
  return (
    <View className="dg-field">
      <View className="t-s ink-2 mb-2">{label}</View>
      <Segmented
        label={label}
        choices={choices.map((days) => ({ value: String(days), label: dayText(days) }))}
        value={String(value)}
        onChange={(days) => onChange(Number(days))}
      />
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface BeneficiaryChoice<T extends string> {
  value: T;
  relation: string;
  /** Masked name, for a child with the age. */
  name: string;
}

export interface BeneficiaryPickerProps<T extends string> {
  label: string;
  choices: readonly BeneficiaryChoice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
}

/** More than these stand two in a row. */
const IN_ONE_ROW = 3;

/** For whom a service is asked: chosen by tick, border and tint together. */
export function BeneficiaryPicker<T extends string>({
  label,
  choices,
  value,
  onChange,
}: BeneficiaryPickerProps<T>) {
  return (
    <View
      className={`who ${choices.length > IN_ONE_ROW ? "who-many" : ""}`}
      {...aria({ role: "radiogroup", label })}
    >
      {choices.map((choice, index) => {
        const on = choice.value === value;
        return (
          <Tap
            key={choice.value}
            className={`who-i ${on ? "who-on" : ""} ${index === choices.length - 1 ? "who-last" : ""}`}
            role="radio"
            checked={on}
            onTap={() => onChange(choice.value)}
          >
            <Text className={`b ${on ? "pri" : ""}`}>{choice.relation}</Text>
            <Text className="t-s ink-2">{choice.name}</Text>
            {on ? (
              <View className="who-tick">
                <Icon name="check" size="12" colour="on-primary" stroke={3} />
              </View>
            ) : null}
          </Tap>
        );
      })}
    </View>
  );
}

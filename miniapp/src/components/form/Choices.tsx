import { ScrollView, Text, View } from "@tarojs/components";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface Choice<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
}

interface Props<T extends string> {
  label: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange: (value: T) => void;
}

/** A row of filters; the chosen one is bold and filled. */
export function Chips<T extends string>({ label, choices, value, onChange }: Props<T>) {
  return (
    <ScrollView className="chips" scrollX enhanced showScrollbar={false}>
      <View className="chips-in" {...aria({ role: "radiogroup", label })}>
        {choices.map((choice) => {
          const on = choice.value === value;
          return (
            <Tap
              key={choice.value}
              className={`chip ${on ? "chip-on" : ""}`}
              role="radio"
              checked={on}
              onTap={() => onChange(choice.value)}
            >
              <View className="chip-in">
                <Text>{choice.label}</Text>
              </View>
            </Tap>
          );
        })}
      </View>
    </ScrollView>
  );
}

/** Two to four answers side by side. */
export function Segmented<T extends string>({ label, choices, value, onChange }: Props<T>) {
  return (
    <View className="seg" {...aria({ role: "radiogroup", label })}>
      {choices.map((choice, index) => {
        const on = choice.value === value;
        return (
          <Tap
            key={choice.value}
            className={`seg-i ${index === 0 ? "seg-first" : ""} ${on ? "seg-on" : ""}`}
            role="radio"
            checked={on}
            onTap={() => onChange(choice.value)}
          >
            {choice.label}
          </Tap>
        );
      })}
    </View>
  );
}

/** One answer of a list, each with its own line. */
export function RadioList<T extends string>({ label, choices, value, onChange }: Props<T>) {
  return (
    <View className="card card-flush" {...aria({ role: "radiogroup", label })}>
      {choices.map((choice, index) => {
        const on = choice.value === value;
        return (
          <Tap
            key={choice.value}
            className={`option ${index === 0 ? "option-first" : ""}`}
            role="radio"
            checked={on}
            onTap={() => onChange(choice.value)}
          >
            <View className={`radio ${on ? "radio-on" : ""}`} />
            <View className="grow">
              <View className={on ? "b" : ""}>{choice.label}</View>
              {choice.hint === undefined ? null : <View className="t-s ink-2">{choice.hint}</View>}
            </View>
          </Tap>
        );
      })}
    </View>
  );
}

/** Any number of answers; a tick says which are chosen. */
export function TagOptions<T extends string>(props: {
  label: string;
  choices: readonly Choice<T>[];
  chosen: readonly T[];
  onToggle: (value: T) => void;
}) {
  return (
    <View className="tags" {...aria({ role: "group", label: props.label })}>
      {props.choices.map((choice) => {
        const on = props.chosen.includes(choice.value);
        return (
          <Tap
            key={choice.value}
            className={`opt ${on ? "opt-on" : ""}`}
            role="checkbox"
            checked={on}
            onTap={() => props.onToggle(choice.value)}
          >
            {on ? <Icon name="check" size="14" colour="primary" stroke={2} className="opt-ic" /> : null}
            <Text>{choice.label}</Text>
          </Tap>
        );
      })}
    </View>
  );
}

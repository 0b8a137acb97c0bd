import { Picker, Text, View } from "@tarojs/components";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Field, type FieldProps } from "./Field";
import type { Choice } from "./Choices";

interface Face {
  shown: string | undefined;
  placeholder: string;
}

function PickerFace({ shown, placeholder }: Face) {
  return (
    <View className="row field-input">
      <Text className={`grow ${shown === undefined ? "placeholder" : ""}`}>{shown ?? placeholder}</Text>
      <Icon name="down" size="s" colour="ink-3" />
    </View>
  );
}

export interface DateFieldProps extends Omit<FieldProps, "count" | "bare"> {
  /** `YYYY-MM-DD` or undefined. */
  value: string | undefined;
  /** The value in words. */
  shown: string | undefined;
  placeholder: string;
  /** Bounds, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  onChange: (on: string) => void;
}

/** A calendar date through the phone's own picker. */
export function DateField({ value, shown, placeholder, from, to, onChange, ...field }: DateFieldProps) {
  return (
    <Field {...field}>
      <Picker
        mode="date"
        value={value ?? to ?? ""}
        {...(from === undefined ? {} : { start: from })}
        {...(to === undefined ? {} : { end: to })}
        onChange={(event) => onChange(String(event.detail.value))}
        {...aria({ role: "button", label: `${field.label}，${shown ?? placeholder}` })}
      >
        <PickerFace shown={shown} placeholder={placeholder} />
      </Picker>
    </Field>
  );
}

export interface SelectFieldProps<T extends string> extends Omit<FieldProps, "count" | "bare"> {
  choices: readonly Choice<T>[];
  value: T | undefined;
  placeholder: string;
  onChange: (value: T) => void;
}

/** One of many through the phone's own wheel. */
export function SelectField<T extends string>({ choices, value, placeholder, onChange, ...field }: SelectFieldProps<T>) {
  const index = choices.findIndex((choice) => choice.value === value);
  const shown = choices[index]?.label;
  return (
    <Field {...field}>
      <Picker
        mode="selector"
        range={choices.map((choice) => choice.label)}
        value={Math.max(0, index)}
        onChange={(event) => {
          const chosen = choices[Number(event.detail.value)];
          if (chosen !== undefined) onChange(chosen.value);
        }}
        {...aria({ role: "button", label: `${field.label}，${shown ?? placeholder}` })}
      >
        <PickerFace shown={shown} placeholder={placeholder} />
      </Picker>
    </Field>
  );
}

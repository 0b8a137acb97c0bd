import { Input, Picker, Text, View } from "@tarojs/components";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import type { Choice } from "./Choices";
import { Field, type FieldProps } from "./Field";

const isBrowser = process.env.TARO_ENV === "h5";

function PickerFace({ shown, placeholder }: { shown: string | undefined; placeholder: string }) {
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

/** A calendar date through the device's own picker: WeChat's wheel, or the browser's date field with its keyboard. */
export function DateField({ value, shown, placeholder, from, to, onChange, ...field }: DateFieldProps) {
  if (isBrowser) {
    const native = { type: "date", "aria-label": field.label, min: from, max: to };
    return (
      <Field {...field}>
        <Input
          className="field-input"
          value={value ?? ""}
          nativeProps={native}
          onInput={(event: { detail: { value: string } }) => onChange(event.detail.value)}
        />
      </Field>
    );
  }
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

/** One of many through the device's own list. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { choices, value, placeholder, onChange, ...field } = props;
  const choose = (chosen: Choice<T> | undefined) => {
    if (chosen !== undefined) onChange(chosen.value);
  };
  if (isBrowser) {
    return (
      <Field {...field}>
        <select
          className="native-select field-input"
          aria-label={field.label}
          value={value ?? ""}
          onChange={(event) => choose(choices.find((choice) => choice.value === event.target.value))}
        >
          <option value="" disabled>
            {placeholder}
          </option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </Field>
    );
  }
  const index = choices.findIndex((choice) => choice.value === value);
  const shown = choices[index]?.label;
  return (
    <Field {...field}>
      <Picker
        mode="selector"
        range={choices.map((choice) => choice.label)}
        value={Math.max(0, index)}
        onChange={(event) => choose(choices[Number(event.detail.value)])}
        {...aria({ role: "button", label: `${field.label}，${shown ?? placeholder}` })}
      >
        <PickerFace shown={shown} placeholder={placeholder} />
      </Picker>
    </Field>
  );
}

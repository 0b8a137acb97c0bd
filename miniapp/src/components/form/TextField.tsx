import { Input, Textarea } from "@tarojs/components";
import { aria } from "../base/aria";
import { Field, type FieldProps } from "./Field";

export interface TextFieldProps extends Omit<FieldProps, "count" | "bare"> {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  most: number;
  /** Which keyboard the phone opens. */
  keyboard?: "text" | "number" | "idcard" | "digit";
  /** Shows how much of the limit is written. */
  counted?: boolean;
}

interface Typed {
  detail: { value: string };
}

/** The label reaches the real control: `aria-label` in WeChat, and on the inner element in the browser. */
function named(label: string, error: string | undefined) {
  const native: Record<string, unknown> = { "aria-label": label };
  if (error !== undefined) native["aria-invalid"] = "true";
  return process.env.TARO_ENV === "h5" ? { nativeProps: native } : aria({ label });
}

/** One line of text with its label. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, placeholder = "", most, keyboard = "text", counted = false, ...field } = props;
  return (
    <Field {...field} count={counted ? { now: value.length, most } : undefined}>
      <Input
        className="field-input"
        value={value}
        maxlength={most}
        type={keyboard}
        placeholder={placeholder}
        placeholderClass="placeholder"
        cursorSpacing={120}
        onInput={(event: Typed) => onChange(event.detail.value)}
        {...named(field.label, field.error)}
      />
    </Field>
  );
}

/** Several lines of text with their label and a counter. */
export function TextArea(props: Omit<TextFieldProps, "keyboard">) {
  const { value, onChange, placeholder = "", most, counted = true, ...field } = props;
  return (
    <Field {...field} count={counted ? { now: value.length, most } : undefined}>
      <Textarea
        className="field-area"
        value={value}
        maxlength={most}
        placeholder={placeholder}
        placeholderClass="placeholder"
        cursorSpacing={120}
        autoHeight
        onInput={(event: Typed) => onChange(event.detail.value)}
        {...named(field.label, field.error)}
      />
    </Field>
  );
}

import { Input, Text, Textarea, View } from "@tarojs/components";
import { aria } from "../../base/aria";

export interface LabelledTextProps {
  label: string;
  value: string;
  most: number;
  placeholder: string;
  onChange: (value: string) => void;
  lines?: "one" | "several";
  /** The label is heard but not seen, where the words above already say it. */
  quiet?: boolean;
}

interface Typed {
  detail: { value: string };
}

/** A text in a dialog, in the desk's density: label over the control. */
export function LabelledText(props: LabelledTextProps) {
  const { label, value, most, placeholder, onChange, lines = "one", quiet = false } = props;
  const named = process.env.TARO_ENV === "h5" ? { nativeProps: { "aria-label": label } } : aria({ label });
  const shared = {
    value,
    maxlength: most,
    placeholder,
    placeholderClass: "placeholder",
    cursorSpacing: 120,
    onInput: (event: Typed) => onChange(event.detail.value),
    ...named,
  };
  return (
    <View className="dg-field">
      {quiet ? null : <Text className="t-s ink-2">{label}</Text>}
      <View className="dg-in">
        {lines === "one" ? (
          <Input className="dg-input" {...shared} />
        ) : (
          <Textarea className="dg-area" autoHeight {...shared} />
        )}
      </View>
    </View>
  );
}

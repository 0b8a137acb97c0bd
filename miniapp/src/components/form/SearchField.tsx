import { Input, View } from "@tarojs/components";
import { aria } from "../base/aria";
import { Icon } from "../base/Icon";
import { Tap } from "../base/Tap";

export interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
  placeholder: string;
  clearLabel: string;
}

/** Search as one types; the cross empties it. */
export function SearchField({ value, onChange, placeholder, clearLabel }: SearchFieldProps) {
  const name =
    process.env.TARO_ENV === "h5"
      ? { nativeProps: { "aria-label": placeholder } }
      : aria({ label: placeholder });
  return (
    <View className="search" {...aria({ role: "search" })}>
      <Icon name="search" size="s" colour="ink-2" className="search-ic" />
      <Input
        className="search-in"
        value={value}
        maxlength={40}
        placeholder={placeholder}
        placeholderClass="placeholder"
        confirmType="search"
        onInput={(event: { detail: { value: string } }) => onChange(event.detail.value)}
        {...name}
      />
      {value === "" ? null : (
        <Tap label={clearLabel} onTap={() => onChange("")}>
          <Icon name="close" size="s" colour="ink-2" />
        </Tap>
      )}
    </View>
  );
}

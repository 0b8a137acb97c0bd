import { Input, Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { aria } from "../../base/aria";
import { Icon } from "../../base/Icon";
import { Tap } from "../../base/Tap";
import type { Layout } from "../browser/layout";
import { boardTexts } from "../texts/boardTexts";

/** Element that the `/` key focuses. */
export const SEARCH_ID = "board-search";

export interface BoardSearchProps {
  layout: Layout;
  value: string;
  onChange: (value: string) => void;
}

/** Search over the board by the beginning of a number, an item or an employer. */
export function BoardSearch({ layout, value, onChange }: BoardSearchProps) {
  const t = useTexts(boardTexts);
  const named =
    process.env.TARO_ENV === "h5"
      ? { nativeProps: { "aria-label": t.searchLabel } }
      : aria({ label: t.searchLabel });
  return (
    <View id={SEARCH_ID} className="bd-fld bd-search" {...aria({ role: "search" })}>
      <Icon name="search" size="xs" colour="ink-2" className="mr-2" />
      <Input
        className="bd-search-in"
        value={value}
        maxlength={40}
        placeholder={t.search}
        placeholderClass="placeholder"
        confirmType="search"
        onInput={(event: { detail: { value: string } }) => onChange(event.detail.value)}
        {...named}
      />
      {value === "" ? null : (
        <Tap label={t.clearSearch} onTap={() => onChange("")}>
          <Icon name="close" size="xs" colour="ink-2" />
        </Tap>
      )}
      {layout !== "phone" && value === "" ? <Text className="sf-key ml-2">/</Text> : null}
    </View>
  );
}

import { View } from "@tarojs/components";
import { Button } from "../../../components/base/Button";
import { SelectField } from "../../../components/form/Picker";
import { Sheet } from "../../../components/frame/Sheet";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import type { BoardFilters } from "./useBoardFilters";

const ALL = "";

/** Filters of the board on the phone. They act at once; the sheet only closes. */
export function FilterSheet({ filters, onClose }: { filters: BoardFilters; onClose: () => void }) {
  const t = useTexts(boardTexts);
  const frame = useTexts(frameTexts);
  const { filter, options, categories } = filters;
  const all = (label: string) => ({ value: ALL, label });
  const chosen = (value: string) => (value === ALL ? undefined : value);
  return (
    <Sheet title={t.keys.filter} onClose={onClose} actions={<Button text={frame.close} onTap={onClose} />}>
      {filters.oneDistrict ? null : (
        <SelectField
          label={t.district}
          choices={[all(t.allCount(options.district.length)), ...options.district]}
          value={filter.district ?? ALL}
          placeholder={t.all}
          onChange={(value) => filters.set({ district: chosen(value) })}
        />
      )}
      <SelectField
        label={t.item}
        choices={[all(t.allItems(options.itemId.length)), ...options.itemId]}
        value={filter.itemId ?? ALL}
        placeholder={t.all}
        onChange={(value) => filters.set({ itemId: chosen(value) })}
      />
      <SelectField
        label={t.post}
        choices={[all(t.all), ...options.postId]}
        value={filter.postId ?? ALL}
        placeholder={t.all}
        onChange={(value) => filters.set({ postId: chosen(value) })}
      />
      <SelectField
        label={t.category}
        choices={[
          { value: "all" as const, label: t.all },
          ...categories.map((category) => ({ value: category, label: t.categoryWord(category) })),
        ]}
        value={filter.category ?? "all"}
        placeholder={t.all}
        onChange={(value) => filters.set({ category: value === "all" ? undefined : value })}
      />
      <View className="mt-4" />
    </Sheet>
  );
}

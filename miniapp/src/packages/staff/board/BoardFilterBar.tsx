import { Text, View } from "@tarojs/components";
import { useTexts } from "../../../i18n/texts";
import { Segmented } from "../../../components/form/Choices";
import { FilterMenu } from "../../../components/staff/board/FilterMenu";
import { boardTexts } from "../../../components/staff/texts/boardTexts";
import type { BoardFilters } from "./useBoardFilters";

/** Element that the `F` key focuses. */
export const FIRST_FILTER_ID = "filter-district";
const SECOND_FILTER_ID = "filter-item";

export function firstFilterId(filters: BoardFilters): string {
  return filters.oneDistrict ? SECOND_FILTER_ID : FIRST_FILTER_ID;
}

const ALL = "all";

/** Filters of the board on wide screens, with what they leave. */
export function BoardFilterBar({
  filters,
  openText,
}: {
  filters: BoardFilters;
  openText: string | undefined;
}) {
  const t = useTexts(boardTexts);
  const { filter, options, categories } = filters;
  const range = `${categories[0] ?? ""}–${categories.at(-1) ?? ""} ${t.all}`;
  return (
    <View className="bd-filters">
      {filters.oneDistrict ? null : (
        <FilterMenu
          id={FIRST_FILTER_ID}
          label={t.district}
          allLabel={t.allCount(options.district.length)}
          options={options.district}
          value={filter.district}
          onChange={(district) => filters.set({ district })}
        />
      )}
      <FilterMenu
        id={SECOND_FILTER_ID}
        label={t.item}
        allLabel={t.allItems(options.itemId.length)}
        options={options.itemId}
        value={filter.itemId}
        onChange={(itemId) => filters.set({ itemId })}
      />
      <FilterMenu
        id="filter-post"
        label={t.post}
        allLabel={t.all}
        options={options.postId}
        value={filter.postId}
        onChange={(postId) => filters.set({ postId })}
      />
      <View className="bd-f">
        <Segmented
          label={t.category}
          choices={[
            { value: ALL, label: range },
            ...categories.map((category) => ({ value: category, label: t.categoryWord(category) })),
          ]}
          value={filter.category ?? ALL}
          onChange={(category) => filters.set({ category: category === ALL ? undefined : category })}
        />
      </View>
      {categories.length === 4 ? <Text className="t-xs ink-2 bd-f">{t.otherCategories}</Text> : null}
      <View className="grow" />
      {openText === undefined ? null : <Text className="t-s ink-2 bd-f">{t.openCases(openText)}</Text>}
      <Text className="t-s ink-2 bd-f">{t.order}</Text>
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import type { CalendarPreview } from "@talent/shared/contract/schemas/calendars";
import { Tap } from "../../../../components/base/Tap";
import { useTexts } from "../../../../i18n/texts";
import { calendarTexts } from "../texts";
import { MoveRow } from "./MoveRow";

export interface MoveListProps {
  preview: CalendarPreview;
  wide: boolean;
  onPage: (page: number) => void;
}

function Head() {
  const { columns } = useTexts(calendarTexts);
  return (
    <View className="row cd-th">
      <Text className="cd-w-no">{columns.number}</Text>
      <Text className="grow">{columns.item}</Text>
      <Text className="cd-w-who">{columns.who}</Text>
      <Text className="cd-w-lim">{columns.limit}</Text>
      <Text className="cd-w-day">{columns.old}</Text>
      <Text className="cd-w-day">{columns.next}</Text>
      <Text className="cd-w-also">{columns.also}</Text>
    </View>
  );
}

/** Every case whose date moves, page by page, with how many go which way. */
export function MoveList({ preview, wide, onPage }: MoveListProps) {
  const t = useTexts(calendarTexts);
  const { counts, items, page, pageSize } = preview;
  if (counts === undefined) return null;
  const from = (page - 1) * pageSize + 1;
  const to = from + items.length - 1;
  return (
    <View>
      <View className="row row-wrap row-base">
        {counts.moved === 0 ? null : <Text className="num cd-big">{String(counts.moved)}</Text>}
        <Text className="t-l grow">{counts.moved === 0 ? t.noneMoved : t.movedOf}</Text>
        {counts.moved === 0 ? null : (
          <Text className="t-s ink-2">{t.direction(counts.later, counts.earlier, counts.becomesLate)}</Text>
        )}
      </View>
      {counts.moved === 0 ? null : (
        <View className="sf-sheet mt-3 cd-table">
          {wide ? <Head /> : null}
          {items.map((move) => (
            <MoveRow key={move.requestId} move={move} wide={wide} source={preview.proposed?.source ?? ""} />
          ))}
          <View className="row cd-foot t-s">
            <Text className="grow ink-2">{t.page(from, to, counts.moved)}</Text>
            {page > 1 ? (
              <Tap className="sf-link-hit ml-3" onTap={() => onPage(page - 1)}>
                <Text>{t.previousPage}</Text>
              </Tap>
            ) : null}
            {to < counts.moved ? (
              <Tap className="sf-link-hit ml-3" onTap={() => onPage(page + 1)}>
                <Text>{t.nextPage}</Text>
              </Tap>
            ) : null}
          </View>
        </View>
      )}
    </View>
  );
}

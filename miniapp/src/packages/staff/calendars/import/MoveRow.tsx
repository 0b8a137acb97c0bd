import { Text, View } from "@tarojs/components";
import type { DueMove } from "@talent/shared/contract/schemas/calendars";
import { dateText } from "@talent/shared/labels/dateText";
import { useState } from "react";
import { Tag } from "../../../../components/base/Tag";
import { Tap } from "../../../../components/base/Tap";
import { DaySum } from "../../../../components/talent/DaySum";
import { useTexts } from "../../../../i18n/texts";
import { useWords } from "../../../../i18n/useWords";
import { calendarTexts } from "../texts";

interface MoveRowProps {
  move: DueMove;
  source: string;
  /** Rows of a table; cards otherwise. */
  wide: boolean;
}

/** What else counts in the sum, in words: 延期 10，暂停 3. */
function useBesides({ extended, stopped }: DueMove): string {
  const t = useTexts(calendarTexts);
  const words = useWords();
  const parts = [
    ...(extended > 0 ? [t.extended(extended)] : []),
    ...(stopped > 0 ? [t.stopped(stopped)] : []),
  ];
  return parts.length === 0 ? "—" : parts.join(words.language === "zh" ? "，" : ", ");
}

/** A date with its weekday; the year stands in the title of the page. */
function useDayWords(): (on: string) => string {
  const { language } = useWords();
  return (on) => dateText(on, on, language);
}

function Cells({ move }: { move: DueMove }) {
  const t = useTexts(calendarTexts);
  const words = useWords();
  const day = useDayWords();
  const besides = useBesides(move);
  return (
    <View className="row cd-tr">
      <Text className="num cd-w-no">{move.number}</Text>
      <Text className="b grow sf-el">{words.say(move.itemName)}</Text>
      <Text className="cd-w-who sf-el">{move.maskedName}</Text>
      <Text className="num cd-w-lim">{t.days(move.workingDays)}</Text>
      <Text className="num ink-2 cd-w-day">{day(move.oldDueOn)}</Text>
      <Text className={`num b cd-w-day ${move.becomesLate ? "brick" : ""}`}>{day(move.newDueOn)}</Text>
      <Text className="ink-2 cd-w-also sf-el">{move.becomesLate ? t.becomesLate : besides}</Text>
    </View>
  );
}

function Card({ move }: { move: DueMove }) {
  const t = useTexts(calendarTexts);
  const words = useWords();
  const day = useDayWords();
  const besides = useBesides(move);
  return (
    <View className="cd-card">
      <View className="row">
        <Text className="b grow sf-el">{words.say(move.itemName)}</Text>
        <Text className="num t-s ink-2">{move.number}</Text>
      </View>
      <View className="row t-s ink-2">
        <Text className="grow">{`${move.maskedName} · ${t.days(move.workingDays)}`}</Text>
        {besides === "—" ? null : <Text>{besides}</Text>}
        {move.becomesLate ? <Tag tone="brick" className="ml-2" text={t.becomesLate} /> : null}
      </View>
      <View className="row row-wrap mt-1">
        <Text className="num ink-2">{day(move.oldDueOn)}</Text>
        <Text className="cd-arrow ink-2">→</Text>
        <Text className="num b">{day(move.newDueOn)}</Text>
      </View>
    </View>
  );
}

/** One case whose date moves; a tap opens the days of its new sum. */
export function MoveRow({ move, source, wide }: MoveRowProps) {
  const t = useTexts(calendarTexts);
  const [open, setOpen] = useState(false);
  return (
    <View className={`cd-move ${open ? "cd-move-on" : ""}`}>
      <Tap label={t.showSum(move.number)} expanded={open} onTap={() => setOpen(!open)}>
        {wide ? <Cells move={move} /> : <Card move={move} />}
      </Tap>
      {open ? (
        <View className="cd-sum">
          <DaySum
            days={move.days}
            kind={move.kind}
            sources={source === "" ? [] : [source]}
            unpublished={move.days.some(({ published }) => !published)}
          />
        </View>
      ) : null}
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import type { LimitView } from "@talent/shared/contract/schemas/requests";
import { UNPUBLISHED_LABEL } from "@talent/shared/labels/timeline";
import { useDrawnSize } from "../../hooks/useSettings";
import { daySumTexts } from "../../i18n/daySumTexts";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { aria } from "../base/aria";
import { spansOf, weeksOf, type CellLook, type DayCell, type DaySpan, type LimitDay } from "./dayGrid";

export interface DaySumProps {
  days: readonly LimitDay[];
  /** Which limit is counted: the day it began has another name in each. */
  kind: LimitView["kind"];
  /** Official notices that the calendar rests on. */
  sources: readonly string[];
  /** Some day rests on weekends alone. */
  unpublished: boolean;
  /** What changed the length of the limit. */
  changes?: LimitView["changes"] | undefined;
}

const CELL_CLASS: Record<CellLook, string> = {
  blank: "",
  start: "",
  count: "cal-count",
  makeUp: "cal-makeup",
  today: "cal-today",
  toCome: "cal-due",
  rest: "cal-rest",
  stopped: "cal-stop",
};

const KEY_CLASS: Record<DaySpan["kind"], string> = {
  makeUp: "cal-makeup",
  holiday: "cal-rest cal-key-rest",
  stopped: "cal-stop cal-key-stop",
  today: "cal-today",
  toCome: "cal-due",
};

/** How the days of a limit add up: a month grid for the eye, sentences for everybody. */
export function DaySum({ days, kind, sources, unpublished, changes = [] }: DaySumProps) {
  const t = useTexts(daySumTexts);
  const words = useWords();
  return (
    <View>
      <View {...aria({ hidden: true })}>
        <View className="cal-row">
          {t.weekdays.map((name, index) => (
            <View key={name} className={`cal-c cal-h ${index === 6 ? "cal-c-last" : ""}`}>
              {name}
            </View>
          ))}
        </View>
        {weeksOf(days, words.todayOn).map((week, row) => (
          <View key={row} className="cal-row">
            {week.map((cell, index) => (
              <GridCell
                key={cell.on ?? index}
                cell={cell}
                start={t.start[kind]}
                first={row === 0}
                last={index === 6}
              />
            ))}
          </View>
        ))}
      </View>
      <View className="mt-2">
        {spansOf(days, words.todayOn).map((span) => (
          <View key={`${span.kind}${"on" in span ? span.on : span.fromOn}`} className="cal-why">
            <View className={`cal-key ${KEY_CLASS[span.kind]}`} />
            <SpanSentence span={span} />
          </View>
        ))}
        {changes.map(({ type, on, workingDays }) => (
          <View key={`${type}${on}`} className="cal-why">
            <View className="cal-key cal-due" />
            <Text className="grow">{t[type](words.date(on), workingDays)}</Text>
          </View>
        ))}
      </View>
      <View className="hint">
        <View>{t.rule[kind]}</View>
        {sources.length === 0 ? null : (
          <View>{t.sources(sources.join(words.language === "zh" ? "、" : ", "))}</View>
        )}
        {unpublished ? <View className="amber">{words.say(UNPUBLISHED_LABEL)}</View> : null}
      </View>
    </View>
  );
}

function GridCell({
  cell,
  start,
  first,
  last,
}: {
  cell: DayCell;
  start: string;
  first: boolean;
  last: boolean;
}) {
  const t = useTexts(daySumTexts);
  const elder = useDrawnSize() === "elder";
  const { on, look, nth } = cell;
  const [, month = "", day = ""] = (on ?? "").split("-");
  const monthStarts = day === "01" || (first && look === "start");
  const words: Partial<Record<CellLook, string>> = { start, rest: t.rest, stopped: t.stopped };
  const count = nth === undefined ? "" : elder ? String(nth) : t.nth(nth);
  return (
    <View className={`cal-c ${CELL_CLASS[look]} ${last ? "cal-c-last" : ""}`}>
      <Text className="cal-d">
        {on === undefined ? "" : monthStarts ? `${Number(month)}/${Number(day)}` : String(Number(day))}
      </Text>
      <Text className="cal-s">{words[look] ?? count}</Text>
    </View>
  );
}

function SpanSentence({ span }: { span: DaySpan }) {
  const t = useTexts(daySumTexts);
  const { date } = useWords();
  switch (span.kind) {
    case "makeUp":
      return <Text className="grow">{t.makeUp(date(span.on), span.nth)}</Text>;
    case "today":
      return <Text className="grow">{t.today(date(span.on), span.nth)}</Text>;
    default: {
      const between =
        span.fromOn === span.toOn ? date(span.fromOn) : t.span(date(span.fromOn), date(span.toOn));
      if (span.kind === "holiday") return <Text className="grow">{t.holiday(between)}</Text>;
      if (span.kind === "stopped") return <Text className="grow">{t.waiting(between, span.days)}</Text>;
      return <Text className="grow">{t.toCome(between, span.days)}</Text>;
    }
  }
}

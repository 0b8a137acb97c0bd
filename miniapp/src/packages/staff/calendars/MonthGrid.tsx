import { Text, View } from "@tarojs/components";
import { aria } from "../../../components/base/aria";
import { useTexts } from "../../../i18n/texts";
import { monthWeeks, type DayLook } from "./monthGrid";
import { calendarTexts } from "./texts";

interface SpecialDays {
  off: readonly string[];
  makeUpWork: readonly string[];
}

const LOOK_CLASS: Record<DayLook, string> = {
  blank: "",
  work: "",
  weekend: "cd-we",
  off: "cd-off",
  makeUp: "cd-mk",
};

/** One month: days off and make-up days with their word, weekends quiet. */
export function MonthGrid({ year, month, days }: { year: number; month: number; days: SpecialDays }) {
  const t = useTexts(calendarTexts);
  const words: Partial<Record<DayLook, string>> = { off: t.off, makeUp: t.makeUp };
  return (
    <View className="cd-month">
      <View className="t-s b">{t.month(year, month)}</View>
      <View {...aria({ hidden: true })}>
        <View className="cd-row">
          {t.weekdays.map((name) => (
            <View key={name} className="cd-c cd-h">
              {name}
            </View>
          ))}
        </View>
        {monthWeeks(year, month, days).map((week, row) => (
          <View key={row} className="cd-row">
            {week.map((cell, index) => (
              <View key={index} className={`cd-c ${LOOK_CLASS[cell.look]}`}>
                <Text className="cd-n">{cell.day === undefined ? "" : String(cell.day)}</Text>
                {words[cell.look] === undefined ? null : <Text className="cd-w">{words[cell.look]}</Text>}
              </View>
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}

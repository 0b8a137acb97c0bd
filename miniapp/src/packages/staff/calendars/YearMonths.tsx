import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { Tap } from "../../../components/base/Tap";
import { useTexts } from "../../../i18n/texts";
import { MonthGrid } from "./MonthGrid";
import { specialMonths } from "./monthGrid";
import { calendarTexts } from "./texts";

export interface YearMonthsProps {
  year: number;
  /** `MM-DD` */
  off: readonly string[];
  makeUpWork: readonly string[];
  /** So many months to begin with; every special one unless told. */
  few?: number;
}

const ALL = Array.from({ length: 12 }, (_, index) => index + 1);

/** The months of a year with what the colours mean; first those in which something is special. */
export function YearMonths({ year, off, makeUpWork, few = 12 }: YearMonthsProps) {
  const t = useTexts(calendarTexts);
  const [all, setAll] = useState(false);
  const months = all ? ALL : specialMonths({ off, makeUpWork }).slice(0, few);
  return (
    <View>
      <View className="cd-months">
        {months.map((month) => (
          <MonthGrid key={month} year={year} month={month} days={{ off, makeUpWork }} />
        ))}
      </View>
      <View className="row row-wrap t-xs ink-2">
        <View className="cd-leg cd-off">
          <Text className="cd-w">{t.off}</Text>
        </View>
        <Text className="cd-leg-w">{t.offLegend}</Text>
        <View className="cd-leg cd-mk">
          <Text className="cd-w">{t.makeUp}</Text>
        </View>
        <Text className="cd-leg-w">{t.makeUpLegend}</Text>
        <View className="cd-leg cd-we" />
        <Text className="cd-leg-w">{t.weekendLegend}</Text>
        <Tap className="sf-link-hit" expanded={all} onTap={() => setAll(!all)}>
          <Text>{all ? t.fewerMonths : t.allMonths}</Text>
        </Tap>
      </View>
    </View>
  );
}

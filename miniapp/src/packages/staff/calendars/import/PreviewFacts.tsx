import { Text, View } from "@tarojs/components";
import type { CalendarPreview } from "@talent/shared/contract/schemas/calendars";
import { Heading } from "../../../../components/base/Heading";
import { Icon } from "../../../../components/base/Icon";
import { Tag } from "../../../../components/base/Tag";
import { useTexts } from "../../../../i18n/texts";
import { YearMonths } from "../YearMonths";
import { calendarTexts } from "../texts";

function Figure({ figure, words }: { figure: number; words: string }) {
  return (
    <View className="row row-base cd-fig">
      <Text className="num t-xl b">{String(figure)}</Text>
      <Text className="t-s ink-2 cd-fig-w">{words}</Text>
    </View>
  );
}

function Unaffected({ preview, year }: { preview: CalendarPreview; year: number }) {
  const t = useTexts(calendarTexts);
  const { counts } = preview;
  if (counts === undefined) return null;
  const lines: [number, string][] = [
    [counts.dueBefore, t.dueBefore(year)],
    [counts.unmoved, t.unmoved(year)],
    [counts.stopped, t.stoppedCases],
  ];
  return (
    <View className="mt-4">
      <Heading className="sec-t">{t.unaffected}</Heading>
      {lines.map(([figure, words]) => (
        <View key={words} className="row t-s mt-1">
          <Text className="num b cd-count">{String(figure)}</Text>
          <Text className="ink-2 grow">{words}</Text>
        </View>
      ))}
    </View>
  );
}

/** The proposed year: its notice, its days, its months, and what it leaves alone. */
export function PreviewFacts({ preview, year }: { preview: CalendarPreview; year: number }) {
  const t = useTexts(calendarTexts);
  const { proposed, days } = preview;
  return (
    <View>
      <View className="row row-wrap">
        <Icon name="file" size="s" className="mr-2" />
        <Text className="b">{proposed?.source === "" ? t.file : (proposed?.source ?? t.unpublished)}</Text>
        {proposed?.sample === true ? <Tag tone="amber" className="ml-2" text={t.sample} /> : null}
      </View>
      <View className="t-s ink-2 mt-1">
        {preview.replacesWeekends === true ? t.replacesWeekends : t.replacesVersion}
      </View>
      {days === undefined ? null : (
        <View className="row row-wrap mt-3">
          <Figure figure={days.total} words={t.totalDays} />
          <Figure figure={days.working} words={t.ofWork} />
          <Figure figure={days.different} words={t.different} />
        </View>
      )}
      {proposed === undefined ? null : (
        <View className="cd-block">
          <YearMonths year={year} off={proposed.off} makeUpWork={proposed.makeUpWork} few={2} />
        </View>
      )}
      <View className="cd-block">
        <Unaffected preview={preview} year={year} />
      </View>
    </View>
  );
}

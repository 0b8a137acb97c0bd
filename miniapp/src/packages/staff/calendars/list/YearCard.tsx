import { Text, View } from "@tarojs/components";
import type { CalendarVersionView, CalendarYearView } from "@talent/shared/contract/schemas/calendars";
import { useState } from "react";
import { Heading } from "../../../../components/base/Heading";
import { Tag } from "../../../../components/base/Tag";
import { Tap } from "../../../../components/base/Tap";
import { open } from "../../../../hooks/navigation";
import { useTexts } from "../../../../i18n/texts";
import { useWords } from "../../../../i18n/useWords";
import { YearMonths } from "../YearMonths";
import { calendarTexts } from "../texts";

/** The number that stands for "no version". */
const NONE = -1;

function VersionLine({
  year,
  version,
  canRestore,
}: {
  year: number;
  version: CalendarVersionView;
  canRestore: boolean;
}) {
  const t = useTexts(calendarTexts);
  const words = useWords();
  const { importedBy, importedAt } = version;
  const made =
    importedBy === undefined || importedAt === undefined
      ? t.shipped
      : t.importedBy(importedBy, words.moment(importedAt));
  return (
    <View className="cd-ver">
      <View className="row row-wrap">
        <Text className={version.active ? "b" : ""}>{version.source}</Text>
        {version.sample ? <Tag tone="amber" className="ml-2" text={t.sample} /> : null}
        {version.active ? <Tag tone="moss" className="ml-2" text={t.inForce} /> : null}
      </View>
      <View className="t-s ink-2">{`${made} · ${t.workingDays(version.workingDays)}`}</View>
      {version.active || !canRestore ? null : (
        <Tap
          className="sf-link-hit"
          onTap={() => open("calendarImport", { year: String(year), number: String(version.number) })}
        >
          <Text>{t.restore}</Text>
        </Tap>
      )}
    </View>
  );
}

function RecomputeLine({ recompute }: { recompute: NonNullable<CalendarYearView["recompute"]> }) {
  const t = useTexts(calendarTexts);
  const over = recompute.state === "done";
  const text = over ? t.moved(recompute.moved) : t.moving(recompute.moved);
  return (
    <View className="t-s ink-2 mt-1">
      {over && recompute.told && recompute.moved > 0 ? text + t.told : text}
    </View>
  );
}

/** One year: what is in force, what was, and its months. */
export function YearCard({ year, canChange }: { year: CalendarYearView; canChange: boolean }) {
  const t = useTexts(calendarTexts);
  const [shown, setShown] = useState(false);
  const active = year.versions.find((version) => version.active);
  const shipped = year.versions.some((version) => version.importedAt === undefined);
  return (
    <View className="card mt-3">
      <View className="row">
        <Heading className="t-l b grow">{t.year(year.year)}</Heading>
        <Tag tone={year.published ? "moss" : "amber"} text={year.published ? t.published : t.unpublished} />
      </View>
      <View className="ink-2 t-s">{t.workingDays(year.workingDays)}</View>
      {year.recompute === undefined ? null : <RecomputeLine recompute={year.recompute} />}
      {year.versions.map((version) => (
        <VersionLine key={version.number} year={year.year} version={version} canRestore={canChange} />
      ))}
      {canChange && active !== undefined && !shipped ? (
        <Tap
          className="sf-link-hit"
          onTap={() => open("calendarImport", { year: String(year.year), number: String(NONE) })}
        >
          <Text>{t.toWeekends}</Text>
        </Tap>
      ) : null}
      {active === undefined ? null : (
        <Tap className="sf-link-hit" expanded={shown} onTap={() => setShown(!shown)}>
          <Text>{shown ? t.hideMonths : t.showMonths}</Text>
        </Tap>
      )}
      {shown && active !== undefined ? (
        <YearMonths year={year.year} off={active.off} makeUpWork={active.makeUpWork} />
      ) : null}
    </View>
  );
}

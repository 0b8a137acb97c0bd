import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { ErrorState, SkeletonCards } from "../../../../components/list/States";
import { StaffButton } from "../../../../components/staff/StaffButton";
import { StaffColumn } from "../../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../../components/staff/frame/staffPlaces";
import { open } from "../../../../hooks/navigation";
import { useEvery } from "../../../../hooks/useEvery";
import { useQuery } from "../../../../hooks/useQuery";
import { useTexts } from "../../../../i18n/texts";
import "../calendars.scss";
import { calendarTexts } from "../texts";
import { YearCard } from "./YearCard";

/** While due dates are being written, how far that is is asked for again. */
const FOLLOW_EVERY_MS = 3_000;

function Calendars({ me }: { me: Me }) {
  const t = useTexts(calendarTexts);
  const list = useQuery("calendars.list");
  const years = list.data?.items ?? [];
  const canChange = list.data?.canChange ?? false;
  const moving = years.some(({ recompute }) => recompute !== undefined && recompute.state !== "done");
  useEvery(FOLLOW_EVERY_MS, () => (moving ? void list.refresh() : undefined));
  return (
    <StaffColumn me={me} current="calendars" title={t.title} onRefresh={list.refresh}>
      {canChange ? (
        <View className="row">
          <StaffButton
            kind="primary"
            icon="upload"
            text={t.importNext}
            onTap={() => open("calendarImport")}
          />
        </View>
      ) : null}
      {list.loading ? <SkeletonCards /> : null}
      {list.error !== undefined && list.data === undefined ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {years.map((year) => (
        <YearCard key={year.year} year={year} canChange={canChange} />
      ))}
      {list.data !== undefined && !canChange ? <View className="hint mt-3">{t.readOnly}</View> : null}
    </StaffColumn>
  );
}

/** 工作日日历: what counts as a working day, year by year. */
export default function CalendarsPage() {
  return <StaffGate may={(me) => mayEnter(me, "calendars")}>{(me) => <Calendars me={me} />}</StaffGate>;
}

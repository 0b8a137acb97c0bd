import { View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { COMPLAINT_LANES, type ComplaintLane } from "@talent/shared/domain/complaints";
import { COMPLAINT_LANE_LABELS } from "@talent/shared/labels/complaints";
import { Chips, Segmented } from "../../../components/form/Choices";
import { Empty, ErrorState, ListEnd, SkeletonCards, StaleLine } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { staffComplaintTexts } from "../complaint/texts";
import { ComplaintRow } from "./ComplaintRow";

/** What a filter asks of the server. */
const FILTERS = {
  all: {},
  late: { late: "true" },
  mine: { mine: "true" },
  complaint: { kind: "complaint" },
  suggestion: { kind: "suggestion" },
} as const;
type Filter = keyof typeof FILTERS;

/** Lateness is a matter of open ones only. */
function filtersOf(lane: ComplaintLane): Filter[] {
  const all = Object.keys(FILTERS) as Filter[];
  return lane === "open" ? all : all.filter((filter) => filter !== "late");
}

function Complaints({ me }: { me: Me }) {
  const t = useTexts(meTexts);
  const own = useTexts(staffComplaintTexts);
  const words = useWords();
  const [lane, setLane] = useState<ComplaintLane>("open");
  const [wanted, setFilter] = useState<Filter>("all");
  const filters = filtersOf(lane);
  const filter = filters.includes(wanted) ? wanted : "all";
  const list = usePages("complaints.desk", { lane, ...FILTERS[filter] });
  return (
    <StaffColumn
      me={me}
      current="complaints"
      title={t.complaintsTitle}
      onRefresh={list.refresh}
      onEnd={list.more}
    >
      <Segmented<ComplaintLane>
        label={own.lane}
        choices={COMPLAINT_LANES.map((value) => ({ value, label: words.say(COMPLAINT_LANE_LABELS[value]) }))}
        value={lane}
        onChange={setLane}
      />
      <View className="mt-2">
        <Chips<Filter>
          label={own.filter}
          choices={filters.map((value) => ({ value, label: own.filters[value] }))}
          value={filter}
          onChange={setFilter}
        />
      </View>
      <StaleLine since={list.staleSince} onRefresh={() => void list.refresh()} />
      {list.loading ? <SkeletonCards /> : null}
      {list.error !== undefined && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {!list.loading && list.error === undefined && list.rows.length === 0 ? (
        <Empty icon="flag" text={own.empty[lane]} hint={own.emptyHint} />
      ) : null}
      {list.rows.map((complaint) => (
        <ComplaintRow key={complaint.id} complaint={complaint} />
      ))}
      <ListEnd hasMore={list.hasMore} busy={list.loadingMore} onMore={list.more} />
    </StaffColumn>
  );
}

/** 投诉建议: what people wrote, by state, with what is due. */
export default function ComplaintsPage() {
  return <StaffGate may={(me) => mayEnter(me, "complaints")}>{(me) => <Complaints me={me} />}</StaffGate>;
}

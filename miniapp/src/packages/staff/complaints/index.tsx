import type { Me } from "@talent/shared/contract/schemas/accounts";
import { Empty, ErrorState, ListEnd, SkeletonCards, StaleLine } from "../../../components/list/States";
import { StaffColumn } from "../../../components/staff/frame/StaffColumn";
import { StaffGate } from "../../../components/staff/frame/StaffGate";
import { mayEnter } from "../../../components/staff/frame/staffPlaces";
import "../../../components/staff/styles/index.scss";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { ComplaintCard } from "./ComplaintCard";

function Complaints({ me }: { me: Me }) {
  const t = useTexts(meTexts);
  const list = usePages("complaints.list", {});
  return (
    <StaffColumn me={me} current="complaints" title={t.complaintsTitle} onRefresh={list.refresh}>
      <StaleLine since={list.staleSince} onRefresh={() => void list.refresh()} />
      {list.loading ? <SkeletonCards /> : null}
      {list.error !== undefined && list.rows.length === 0 ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {!list.loading && list.error === undefined && list.rows.length === 0 ? (
        <Empty icon="flag" text={t.complaintsEmpty} hint={t.complaintsEmptyHint} />
      ) : null}
      {list.rows.map((complaint) => (
        <ComplaintCard key={complaint.id} complaint={complaint} onAnswered={() => void list.refresh()} />
      ))}
      <ListEnd hasMore={list.hasMore} busy={list.loadingMore} onMore={list.more} />
    </StaffColumn>
  );
}

/** 投诉建议: what people wrote, and its answers, for municipal specialists. */
export default function ComplaintsPage() {
  return <StaffGate may={(me) => mayEnter(me, "complaints")}>{(me) => <Complaints me={me} />}</StaffGate>;
}

import { Empty, ErrorState, SkeletonRows } from "../../../components/list/States";
import { Banner } from "../../../components/staff/Banner";
import { deskTexts } from "../../../components/staff/texts/deskTexts";
import { useTexts } from "../../../i18n/texts";
import type { Desk } from "./useDesk";

/** What stands in place of the list: loading, empty, not loaded; and over it what failed. */
export function DeskState({ desk }: { desk: Desk }) {
  const t = useTexts(deskTexts);
  if (desk.loading) return <SkeletonRows rows={4} />;
  if (desk.error !== undefined && desk.groups.length === 0)
    return <ErrorState error={desk.error} onRetry={() => void desk.refresh()} />;
  if (desk.trouble !== undefined)
    return <Banner tone="brick" mark="refused" text={desk.trouble} className="mt-2" />;
  if (desk.groups.length > 0) return null;
  return (
    <Empty
      icon="board"
      text={t.empty}
      hint={t.emptyHint}
      action={{ text: t.refresh, onTap: () => void desk.refresh() }}
    />
  );
}

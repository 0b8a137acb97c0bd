import { Empty, ErrorState, SkeletonRows, StaleLine } from "../../../components/list/States";
import { useTexts } from "../../../i18n/texts";
import { postTexts } from "../texts";
import type { Plan } from "./usePlan";

/** What stands in place of the plan: loading, not loaded, nothing there; or from when it is. */
export function PlanState({ plan }: { plan: Plan }) {
  const t = useTexts(postTexts);
  const { query, posts } = plan;
  if (query.loading) return <SkeletonRows rows={6} />;
  if (query.data === undefined)
    return <ErrorState error={query.error} onRetry={() => void query.refresh()} />;
  if (posts.length === 0) return <Empty icon="posts" text={t.empty} hint={t.emptyHint} />;
  return <StaleLine since={query.staleSince} onRefresh={() => void query.refresh()} />;
}

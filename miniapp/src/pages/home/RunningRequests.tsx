import { View } from "@tarojs/components";
import { Section } from "../../components/base/Section";
import { Empty, ErrorState, SkeletonRows, StaleLine } from "../../components/list/States";
import { RequestRows } from "../../components/talent/RequestRows";
import { open } from "../../hooks/navigation";
import { useQuery } from "../../hooks/useQuery";
import { useTexts } from "../../i18n/texts";
import { homeTexts } from "./texts";

const SHOWN = 3;

/** The newest requests that somebody works on or that wait for the talent. */
export function RunningRequests() {
  const t = useTexts(homeTexts);
  const query = useQuery("requests.list", { query: { state: "open", limit: SHOWN } }, { keep: true });
  const rows = query.data?.items;
  return (
    <View>
      <Section title={t.running} more={{ text: t.allRequests, onTap: () => open("requests") }} />
      <StaleLine since={query.staleSince} onRefresh={query.refresh} />
      {query.loading ? <SkeletonRows rows={2} /> : null}
      {rows === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={query.refresh} />
      ) : null}
      {rows?.length === 0 ? (
        <Empty
          icon="requests"
          text={t.noRunning}
          hint={t.noRunningHint}
          action={{ text: t.findService, onTap: () => open("services") }}
        />
      ) : null}
      {rows !== undefined && rows.length > 0 ? <RequestRows requests={rows} /> : null}
    </View>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import { useMe } from "../../api/session";
import { Chips } from "../../components/form/Choices";
import { Page } from "../../components/frame/Page";
import { TabBar } from "../../components/frame/TabBar";
import { Empty, ErrorState, ListEnd, SkeletonRows, StaleLine } from "../../components/list/States";
import { RequestRows } from "../../components/talent/RequestRows";
import { LinkCard, SignInCard } from "../../components/talent/SignInCard";
import { open } from "../../hooks/navigation";
import { usePages } from "../../hooks/usePages";
import { useTexts } from "../../i18n/texts";
import { requestsTexts } from "./texts";

const STATES = ["open", "draft", "closed", "all"] as const;
type State = (typeof STATES)[number];

/** Third tab: all requests of the talent. */
export default function RequestsPage() {
  const t = useTexts(requestsTexts);
  const me = useMe();
  const [state, setState] = useState<State>("open");
  const pages = usePages("requests.list", { state }, Boolean(me?.talent));
  return (
    <Page
      name="requests"
      title={t.title}
      nav="tab"
      onRefresh={pages.refresh}
      onEnd={pages.more}
      bottom={<TabBar current="requests" unread={me?.unreadNotices ?? 0} />}
    >
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      {me !== undefined && me.talent === null ? <LinkCard /> : null}
      {me?.talent ? (
        <View>
          <Chips<State>
            label={t.filter}
            choices={STATES.map((value) => ({ value, label: t.states[value] }))}
            value={state}
            onChange={setState}
          />
          <View className="mt-2">
            <StaleLine since={pages.staleSince} onRefresh={pages.refresh} />
            <RequestList state={state} pages={pages} />
          </View>
        </View>
      ) : null}
    </Page>
  );
}

function RequestList({
  state,
  pages,
}: {
  state: State;
  pages: ReturnType<typeof usePages<"requests.list">>;
}) {
  const t = useTexts(requestsTexts);
  if (pages.loading) return <SkeletonRows rows={4} />;
  if (pages.rows.length === 0 && pages.error !== undefined) {
    return <ErrorState error={pages.error} onRetry={pages.refresh} />;
  }
  if (pages.rows.length === 0) {
    return (
      <Empty
        icon="requests"
        text={t.none[state]}
        hint={t.noneHint}
        action={{ text: t.find, onTap: () => open("services") }}
      />
    );
  }
  return (
    <View>
      <RequestRows requests={pages.rows} />
      <ListEnd hasMore={pages.hasMore} busy={pages.loadingMore} onMore={pages.more} />
    </View>
  );
}

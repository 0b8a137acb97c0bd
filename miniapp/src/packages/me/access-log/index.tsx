import { View } from "@tarojs/components";
import { ACCESS_LABELS } from "@talent/shared/labels/notices";
import { useMe } from "../../../api/session";
import { Page } from "../../../components/frame/Page";
import { Empty, ErrorState, ListEnd, SkeletonRows, StaleLine } from "../../../components/list/States";
import { SignInCard } from "../../../components/talent/SignInCard";
import { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { settingsTexts } from "../texts";

/** Every look at the person's information, newest first. */
export default function AccessLogPage() {
  const t = useTexts(settingsTexts);
  const words = useWords();
  const me = useMe();
  const pages = usePages("me.accessLog", {}, Boolean(me?.talent));
  return (
    <Page name="accessLog" title={t.accessTitle} backTo="me" onRefresh={pages.refresh} onEnd={pages.more}>
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      <View className="t-s ink-2 mb-3">{t.accessHint}</View>
      <StaleLine since={pages.staleSince} onRefresh={pages.refresh} />
      {me !== undefined && pages.loading ? <SkeletonRows rows={4} /> : null}
      {pages.rows.length === 0 && pages.error !== undefined ? (
        <ErrorState error={pages.error} onRetry={pages.refresh} />
      ) : null}
      {!pages.loading && pages.error === undefined && pages.rows.length === 0 ? (
        <Empty icon="eye" text={t.accessNone} hint={t.accessNoneHint} />
      ) : null}
      {pages.rows.length === 0 ? null : (
        <View className="card card-flush">
          {pages.rows.map((entry, index) => (
            <View key={entry.id} className={`check ${index === 0 ? "check-first" : ""}`}>
              <View className="grow">
                <View>{words.say(ACCESS_LABELS[entry.what])}</View>
                <View className="t-s ink-2">{t.accessLine(entry.office, entry.who)}</View>
                {entry.subject === undefined ? null : <View className="t-s ink-2">{entry.subject}</View>}
              </View>
              <View className="t-s ink-2 ml-3">{words.moment(entry.at)}</View>
            </View>
          ))}
        </View>
      )}
      <ListEnd hasMore={pages.hasMore} busy={pages.loadingMore} onMore={pages.more} />
    </Page>
  );
}

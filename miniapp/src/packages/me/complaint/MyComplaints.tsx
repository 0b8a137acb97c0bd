import { Text, View } from "@tarojs/components";
import { COMPLAINT_KIND_LABELS, COMPLAINT_STATE_LABELS } from "@talent/shared/labels/notices";
import { Section } from "../../../components/base/Section";
import { Tag } from "../../../components/base/Tag";
import { Empty, ErrorState, ListEnd, SkeletonRows } from "../../../components/list/States";
import type { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { supportTexts } from "../supportTexts";

/** What the person wrote before, with the answers. */
export function MyComplaints({ pages }: { pages: ReturnType<typeof usePages<"complaints.list">> }) {
  const t = useTexts(supportTexts);
  const words = useWords();
  return (
    <View>
      <Section title={t.mine} />
      {pages.loading ? <SkeletonRows rows={2} /> : null}
      {pages.rows.length === 0 && pages.error !== undefined ? (
        <ErrorState error={pages.error} onRetry={pages.refresh} />
      ) : null}
      {!pages.loading && pages.error === undefined && pages.rows.length === 0 ? (
        <Empty icon="complaint" text={t.mineNone} />
      ) : null}
      {pages.rows.map((complaint) => (
        <View key={complaint.id} className="card mb-3">
          <View className="row">
            <Text className="grow b">{`${words.say(COMPLAINT_KIND_LABELS[complaint.kind])} ${complaint.number}`}</Text>
            <Tag
              text={words.say(COMPLAINT_STATE_LABELS[complaint.state])}
              tone={complaint.state === "answered" ? "moss" : "amber"}
            />
          </View>
          <View className="mt-1">{complaint.text}</View>
          <View className="t-s ink-2">{words.moment(complaint.at)}</View>
          {complaint.answer === undefined ? null : (
            <View className="why">
              <View>{complaint.answer}</View>
              <View className="t-s ink-2">
                {t.answeredBy(
                  complaint.answeredBy ?? "",
                  complaint.answeredAt === undefined ? "" : words.moment(complaint.answeredAt),
                )}
              </View>
            </View>
          )}
        </View>
      ))}
      <ListEnd hasMore={pages.hasMore} busy={pages.loadingMore} onMore={pages.more} />
    </View>
  );
}

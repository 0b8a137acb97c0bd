import { Text, View } from "@tarojs/components";
import { COMPLAINT_KIND_LABELS, COMPLAINT_STATUS_LABELS } from "@talent/shared/labels/complaints";
import { Section } from "../../../components/base/Section";
import { StatusMark } from "../../../components/base/StatusMark";
import { Tap } from "../../../components/base/Tap";
import { complaintShape, excerpt } from "../../../components/complaints/complaintState";
import { complaintTexts } from "../../../components/complaints/complaintTexts";
import { DueLine } from "../../../components/complaints/DueLine";
import { Empty, ErrorState, ListEnd, SkeletonRows } from "../../../components/list/States";
import { open } from "../../../hooks/navigation";
import type { usePages } from "../../../hooks/usePages";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { supportTexts } from "../supportTexts";

/** What the person wrote before, and how each stands. */
export function MyComplaints({ pages }: { pages: ReturnType<typeof usePages<"complaints.list">> }) {
  const t = useTexts(supportTexts);
  const shared = useTexts(complaintTexts);
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
        <Tap
          key={complaint.id}
          className="card mb-3"
          role="link"
          onTap={() => open("myComplaint", { id: complaint.id })}
        >
          <View className="row">
            <Text className="grow b">{`${words.say(COMPLAINT_KIND_LABELS[complaint.kind])} ${complaint.number}`}</Text>
            <StatusMark
              shape={complaintShape(complaint)}
              word={words.say(COMPLAINT_STATUS_LABELS[complaint.status])}
              className="t-s none"
            />
          </View>
          <View className="mt-1">{excerpt(complaint.text)}</View>
          <DueLine complaint={complaint} className="t-s mt-1" />
          <View className="t-s ink-2">
            {complaint.round > 1
              ? `${shared.secondRound}　${words.moment(complaint.at)}`
              : words.moment(complaint.at)}
          </View>
        </Tap>
      ))}
      <ListEnd hasMore={pages.hasMore} busy={pages.loadingMore} onMore={pages.more} />
    </View>
  );
}

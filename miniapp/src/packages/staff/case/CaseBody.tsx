import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { RATING_LEVEL_LABELS } from "@talent/shared/labels/ratings";
import { Heading } from "../../../components/base/Heading";
import { PointAnswers, PointList } from "../../../components/staff/case/PointAnswers";
import { caseTexts } from "../../../components/staff/texts/caseTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { CasePageState } from "./useCasePage";

/** Answers of date fields come as `YYYY-MM-DD`. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The item's own questions and their answers. */
export function CaseDetails({ request }: { request: RequestDetail }) {
  const t = useTexts(caseTexts);
  const { say, date } = useWords();
  if (request.details.length === 0) return null;
  return (
    <View className="cs-s">
      <Heading className="cs-h">{t.details}</Heading>
      <View className="cs-dets">
        {request.details.map((detail) => (
          <View key={detail.key} className="cs-fact">
            <View className="cs-fact-k">{say(detail.label)}</View>
            <View className="cs-fact-v">
              {DATE.test(detail.value.zh) ? date(detail.value.zh) : say(detail.value)}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** The points: to be answered by whoever has the case, else as they stand. */
export function CasePoints({
  page,
  request,
  onFocus,
}: {
  page: CasePageState;
  request: RequestDetail;
  onFocus: (index: number) => void;
}) {
  const words = useWords();
  if (!page.answering) return <PointList points={request.points} />;
  return (
    <PointAnswers
      points={request.points}
      drafts={page.answers.drafts}
      savedAt={page.answers.savedAt === undefined ? undefined : words.time(page.answers.savedAt)}
      onChange={page.answers.change}
      onFocus={onFocus}
    />
  );
}

/** Why it ended as it did, who is responsible instead, and how it was rated. */
export function CaseOutcome({ request }: { request: RequestDetail }) {
  const t = useTexts(caseTexts);
  const { say } = useWords();
  const lines = [
    request.reason === undefined ? undefined : { label: t.reasonLine, value: request.reason },
    request.responsible === undefined ? undefined : { label: t.responsibleLine, value: request.responsible },
    request.status !== "completed"
      ? undefined
      : {
          label: t.rating,
          value:
            request.rating === undefined
              ? t.ratingNone
              : [say(RATING_LEVEL_LABELS[request.rating.level]), request.rating.comment]
                  .filter(Boolean)
                  .join("　"),
        },
  ].filter((line) => line !== undefined);
  if (lines.length === 0) return null;
  return (
    <View className="cs-s">
      {lines.map((line) => (
        <View key={line.label} className="dg-wx-r">
          <Text className="dg-wx-k">{line.label}</Text>
          <Text className="grow">{line.value}</Text>
        </View>
      ))}
    </View>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { Heading } from "../../../components/base/Heading";
import { Tap } from "../../../components/base/Tap";
import { Page } from "../../../components/frame/Page";
import { Empty, ErrorState, SkeletonCards, StaleLine } from "../../../components/list/States";
import { isAnsweredPoint, ResultPoint } from "../../../components/talent/ResultPoint";
import { pageParams, replace } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ActionSheet } from "../detail/ActionSheet";
import { GivenRating } from "./GivenRating";
import { RateAction, RateCard } from "./RateCard";
import { resultTexts } from "./texts";
import { useRating } from "./useRating";

/** What came of a request, point by point, and the rating. */
export default function ResultPage() {
  const t = useTexts(resultTexts);
  const words = useWords();
  const [{ id = "" }] = useState(pageParams);
  const query = useQuery("requests.read", { params: { id } }, { keep: true });
  const [reopening, setReopening] = useState(false);
  const request = query.data;
  const rating = useRating(id, query.replace);
  const may = (action: string) => request?.can.some((entry) => entry.action === action) ?? false;
  return (
    <Page
      name="result"
      title={request === undefined ? t.title : words.say(request.itemName)}
      backTo="requests"
      onRefresh={query.refresh}
      bottom={may("rate") ? <RateAction rating={rating} /> : null}
      over={
        request !== undefined && reopening ? (
          <ActionSheet
            request={request}
            action="reopen"
            onClose={() => setReopening(false)}
            onDone={() => replace("request", { id })}
          />
        ) : null
      }
    >
      <StaleLine since={query.staleSince} onRefresh={query.refresh} />
      {query.loading ? <SkeletonCards /> : null}
      {request === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={query.refresh} />
      ) : null}
      {request === undefined ? null : <Result request={request} />}
      {may("reopen") ? (
        <View className="row mt-3 t-s">
          <View className="ink-2 mr-2">{t.notSolved}</View>
          <Tap className="link link-pri" onTap={() => setReopening(true)}>
            {t.reopen}
          </Tap>
        </View>
      ) : null}
      {may("rate") ? <RateCard rating={rating} /> : null}
      {request?.rating === undefined ? null : <GivenRating rating={request.rating} />}
    </Page>
  );
}

function Result({ request }: { request: RequestDetail }) {
  const t = useTexts(resultTexts);
  const words = useWords();
  if (request.completedAt === undefined) {
    const action = { text: t.progress, onTap: () => replace("request", { id: request.id }) };
    return <Empty icon="clock" text={t.notYet} action={action} />;
  }
  const used = request.limit === undefined ? "" : t.used(request.limit.used);
  return (
    <View>
      <Heading className="t-2xl b">{t.completed}</Heading>
      <View className="ink-2 mb-3">{`${t.completedOn(words.moment(request.completedAt))}${used}`}</View>
      <View className="card card-flush">
        {request.points.filter(isAnsweredPoint).map((point, index) => (
          <ResultPoint key={index} first={index === 0} point={point} />
        ))}
      </View>
      <View className="row row-between mt-2 t-s">
        <View className="ink-2">{request.number}</View>
        <Tap className="link" role="link" onTap={() => replace("request", { id: request.id })}>
          {t.progress}
        </Tap>
      </View>
    </View>
  );
}

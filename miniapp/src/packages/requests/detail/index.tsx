import { View } from "@tarojs/components";
import { useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { Note } from "../../../components/base/Note";
import { Page } from "../../../components/frame/Page";
import { ErrorState, SkeletonCards, StaleLine } from "../../../components/list/States";
import { pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ActionSheet, type SheetAction } from "./ActionSheet";
import { DetailActions } from "./DetailActions";
import { DetailBody } from "./DetailBody";
import { detailTexts } from "./texts";

/** How one request stands: until when, how the days add up, what happened, who is in charge. */
export default function DetailPage() {
  const t = useTexts(detailTexts);
  const words = useWords();
  const [{ id = "", fresh }] = useState(pageParams);
  const query = useQuery("requests.read", { params: { id } }, { keep: true });
  const [asking, setAsking] = useState<SheetAction>();
  const request: RequestDetail | undefined = query.data;
  return (
    <Page
      name="request"
      title={request === undefined ? t.title : words.say(request.itemName)}
      backTo="requests"
      onRefresh={query.refresh}
      bottom={request === undefined ? null : <DetailActions request={request} onAsk={setAsking} />}
      over={
        request === undefined || asking === undefined ? null : (
          <ActionSheet
            request={request}
            action={asking}
            onClose={() => setAsking(undefined)}
            onDone={(changed) => {
              setAsking(undefined);
              if (changed !== undefined) query.replace(changed);
            }}
          />
        )
      }
    >
      <StaleLine since={query.staleSince} onRefresh={query.refresh} />
      {query.loading ? <SkeletonCards /> : null}
      {request === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={query.refresh} />
      ) : null}
      {fresh === "1" && request !== undefined ? (
        <Note className="mb-3" tone="sky" text={t.justSubmitted} />
      ) : null}
      {request === undefined ? null : (
        <View>
          <DetailBody request={request} />
        </View>
      )}
    </Page>
  );
}

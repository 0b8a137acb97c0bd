import { useState } from "react";
import { Page } from "../../../components/frame/Page";
import { Empty, ErrorState, SkeletonCards } from "../../../components/list/States";
import { pageParams, replace } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { SupplementForm } from "./SupplementForm";
import { supplementTexts } from "./texts";

/** All that is missing, told once, each with why and how, and handed in together. */
export default function SupplementPage() {
  const t = useTexts(supplementTexts);
  const [{ id = "" }] = useState(pageParams);
  const query = useQuery("requests.read", { params: { id } }, { keep: true });
  const request = query.data;
  const answerable = request?.can.some(({ action }) => action === "answerSupplement") ?? false;
  if (request?.supplement !== undefined && answerable) {
    return <SupplementForm request={request} supplement={request.supplement} onChanged={query.replace} />;
  }
  return (
    <Page name="supplement" title={t.title} backTo="requests" onRefresh={query.refresh}>
      {query.loading ? <SkeletonCards /> : null}
      {request === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={query.refresh} />
      ) : null}
      {request === undefined ? null : (
        <Empty
          icon="check"
          text={t.answered}
          hint={t.answeredHint}
          action={{ text: t.toRequest, onTap: () => replace("request", { id }) }}
        />
      )}
    </Page>
  );
}

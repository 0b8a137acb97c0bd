import { useState } from "react";
import { useMe } from "../../../api/session";
import { Page } from "../../../components/frame/Page";
import { ErrorState, SkeletonCards } from "../../../components/list/States";
import { SignInCard } from "../../../components/talent/SignInCard";
import { pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { accountTexts } from "../../../i18n/accountTexts";
import { useTexts } from "../../../i18n/texts";
import { RequestForm } from "./RequestForm";

/** Opened with `item` for a new request, or with `id` for a draft of the server. */
export default function FormPage() {
  const t = useTexts(accountTexts);
  const me = useMe();
  const [params] = useState(pageParams);
  const draftId = params.id ?? "";
  const given = useQuery("requests.read", { params: { id: draftId } }, { enabled: draftId !== "" });
  const itemId = params.item ?? given.data?.itemId ?? "";
  const item = useQuery("items.read", { params: { id: itemId } }, { enabled: itemId !== "", keep: true });
  const ready = item.data !== undefined && (draftId === "" || given.data !== undefined);
  const error = item.error ?? given.error;
  if (me !== undefined && ready && item.data !== undefined) {
    return <RequestForm item={item.data} given={given.data} me={me} />;
  }
  return (
    <Page name="form" title="" backTo="services">
      {me === undefined ? <SignInCard why={t.notLinkedWhy} /> : null}
      {me !== undefined && error === undefined ? <SkeletonCards /> : null}
      {me !== undefined && error !== undefined ? (
        <ErrorState error={error} onRetry={() => void Promise.all([given.refresh(), item.refresh()])} />
      ) : null}
    </Page>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { complaintTexts } from "../../../components/complaints/complaintTexts";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { ErrorState, SkeletonCards, StaleLine } from "../../../components/list/States";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useQuery } from "../../../hooks/useQuery";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ComplaintBody } from "./ComplaintBody";
import { NotSatisfiedSheet } from "./NotSatisfiedSheet";
import { complaintDetailTexts } from "./texts";
import { WithdrawSheet } from "./WithdrawSheet";

type Asking = "notSatisfied" | "withdraw";

interface ActionsProps {
  complaint: ComplaintDetail;
  busy: boolean;
  onSatisfied: () => void;
  onAsk: (asking: Asking) => void;
}

/** What its writer may do now; nothing where nothing is to be done. */
function Actions({ complaint, busy, onSatisfied, onAsk }: ActionsProps) {
  const t = useTexts(complaintDetailTexts);
  if (complaint.can.includes("confirm"))
    return (
      <ActionBar>
        <Button
          id="satisfied"
          className="grow mr-2"
          text={t.satisfied}
          busyText={busy ? t.sending : undefined}
          onTap={onSatisfied}
        />
        <Button id="not-satisfied" kind="quiet" text={t.notSatisfied} onTap={() => onAsk("notSatisfied")} />
      </ActionBar>
    );
  if (!complaint.can.includes("withdraw")) return null;
  return (
    <ActionBar>
      <Button id="withdraw" className="grow" kind="quiet" text={t.withdraw} onTap={() => onAsk("withdraw")} />
    </ActionBar>
  );
}

/** One complaint or suggestion of one's own: how it stands, the answer, and one's word on it. */
export default function ComplaintDetailPage() {
  const t = useTexts(complaintDetailTexts);
  const shared = useTexts(complaintTexts);
  const words = useWords();
  const [{ id = "" }] = useState(pageParams);
  const query = useQuery("complaints.read", { params: { id } }, { keep: true });
  const respond = useWrite("complaints.respond");
  const [asking, setAsking] = useState<Asking>();
  const [said, setSaid] = useState<string>();
  const complaint = query.data;
  const accept = (changed: ComplaintDetail, sentence: string | undefined) => {
    setAsking(undefined);
    query.replace(changed);
    setSaid(sentence);
    if (sentence !== undefined) announce(sentence);
  };
  const satisfied = async () => {
    const done = await respond.run({ params: { id }, body: { satisfied: true } });
    if (done !== undefined) accept(done.data, t.thanks);
  };
  const sheet =
    complaint === undefined || asking === undefined ? null : asking === "withdraw" ? (
      <WithdrawSheet
        id={id}
        onClose={() => setAsking(undefined)}
        onDone={(done) => accept(done, undefined)}
      />
    ) : (
      <NotSatisfiedSheet
        complaint={complaint}
        onClose={() => setAsking(undefined)}
        onDone={(done) => accept(done, done.status === "closed" ? t.thanks : t.again)}
      />
    );
  return (
    <Page
      name="myComplaint"
      title={shared.title}
      backTo="complaint"
      footer={false}
      onRefresh={query.refresh}
      bottom={
        complaint === undefined ? null : (
          <Actions
            complaint={complaint}
            busy={respond.busy}
            onSatisfied={() => void satisfied()}
            onAsk={setAsking}
          />
        )
      }
      over={sheet}
    >
      <StaleLine since={query.staleSince} onRefresh={query.refresh} />
      {query.loading ? <SkeletonCards /> : null}
      {complaint === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={query.refresh} />
      ) : null}
      {said === undefined ? null : <Note className="mb-3" tone="primary" text={said} />}
      {respond.error === undefined ? null : (
        <Note className="mb-3" tone="brick" text={errorSentence(respond.error, words.language)} />
      )}
      <View>{complaint === undefined ? null : <ComplaintBody complaint={complaint} />}</View>
    </Page>
  );
}

import { View } from "@tarojs/components";
import { useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { CallRow } from "../../../components/talent/CallRow";
import { SignInCard } from "../../../components/talent/SignInCard";
import { isTalent } from "../../../hooks/roles";
import { usePages } from "../../../hooks/usePages";
import { useServiceInfo } from "../../../hooks/useServiceInfo";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { supportTexts } from "../supportTexts";
import { ComplaintForm } from "./ComplaintForm";
import { complaintFormTexts } from "./complaintFormTexts";
import { MyComplaints } from "./MyComplaints";
import { useComplaintForm } from "./useComplaintForm";

/** Write a complaint or suggestion from any page, and see how the earlier ones stand. */
export default function ComplaintPage() {
  const t = useTexts(supportTexts);
  const own = useTexts(complaintFormTexts);
  const words = useWords();
  const me = useMe();
  const hotline = useServiceInfo()?.hotline;
  const mine = usePages("complaints.list", {}, me !== undefined);
  const form = useComplaintForm(me !== undefined, () => void mine.refresh());
  const { sent, write } = form;
  const action = (
    <ActionBar>
      <Button
        id="send-complaint"
        className="grow"
        text={t.send}
        onTap={() => void form.send()}
        busyText={write.busy ? t.sending : undefined}
      />
    </ActionBar>
  );
  return (
    <Page
      name="complaint"
      title={t.complaint}
      backTo="me"
      footer={false}
      bottom={me === undefined ? null : action}
    >
      <Heading className="t-2xl b">{t.complaintLead}</Heading>
      <View className="ink-2 mt-1">{own.promise}</View>
      {hotline === undefined ? null : (
        <View className="card card-flush mt-3">
          <CallRow
            first
            name={hotline.name}
            duty={`${hotline.phone} · ${hotline.hours}`}
            phone={hotline.phone}
          />
        </View>
      )}
      {sent === undefined ? null : <Note className="mt-3" tone="primary" text={t.sent(sent.number)} />}
      {write.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
      {me === undefined ? (
        <View className="mt-3">
          <SignInCard why={t.signInWhy} />
        </View>
      ) : (
        <>
          <ComplaintForm form={form} isTalent={isTalent(me)} />
          <MyComplaints pages={mine} />
        </>
      )}
    </Page>
  );
}

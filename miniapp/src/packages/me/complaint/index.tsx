import { View } from "@tarojs/components";
import { useState } from "react";
import { COMPLAINT_KIND_LABELS } from "@talent/shared/labels/notices";
import { useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { Segmented } from "../../../components/form/Choices";
import { Field } from "../../../components/form/Field";
import { TextArea } from "../../../components/form/TextField";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { CallRow } from "../../../components/talent/CallRow";
import { SignInCard } from "../../../components/talent/SignInCard";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useDraft } from "../../../hooks/useDraft";
import { usePages } from "../../../hooks/usePages";
import { useServiceInfo } from "../../../hooks/useServiceInfo";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { supportTexts } from "../supportTexts";
import { MyComplaints } from "./MyComplaints";

type Kind = keyof typeof COMPLAINT_KIND_LABELS;
const LONGEST = 1000;

/** What is being written, kept on the device, and how it was received. */
function useComplaint(onSent: () => void) {
  const t = useTexts(supportTexts);
  const [{ page, request }] = useState(pageParams);
  const draft = useDraft<{ kind: Kind; text: string }>("complaint", { kind: "suggestion", text: "" });
  const [checked, setChecked] = useState(false);
  const [number, setNumber] = useState<string>();
  const write = useWrite("complaints.create");
  const { kind, text } = draft.values;
  const missing = text.trim() === "";
  const send = async () => {
    setChecked(true);
    if (missing) return;
    const origin = {
      ...(page === undefined ? {} : { page }),
      ...(request === undefined ? {} : { requestId: request }),
    };
    const done = await write.run({ body: { kind, text: text.trim(), ...origin } });
    if (done === undefined) return;
    draft.clear();
    setChecked(false);
    setNumber(done.data.number);
    announce(t.sent(done.data.number));
    onSent();
  };
  return { draft, kind, text, number, send, write, missing: checked && missing };
}

/** Write a complaint or suggestion from any page, and read the answers. */
export default function ComplaintPage() {
  const t = useTexts(supportTexts);
  const words = useWords();
  const me = useMe();
  const hotline = useServiceInfo()?.hotline;
  const mine = usePages("complaints.list", {}, me !== undefined);
  const complaint = useComplaint(() => void mine.refresh());
  const { number, write } = complaint;
  const action = (
    <ActionBar>
      <Button
        className="grow"
        text={t.send}
        onTap={() => void complaint.send()}
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
      <View className="ink-2 mt-1">{t.complaintHint}</View>
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
      {number === undefined ? null : <Note className="mt-3" tone="primary" text={t.sent(number)} />}
      {write.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
      {me === undefined ? (
        <View className="mt-3">
          <SignInCard why={t.signInWhy} />
        </View>
      ) : (
        <ComplaintForm complaint={complaint} mine={mine} />
      )}
    </Page>
  );
}

interface ComplaintFormProps {
  complaint: ReturnType<typeof useComplaint>;
  mine: ReturnType<typeof usePages<"complaints.list">>;
}

function ComplaintForm({ complaint, mine }: ComplaintFormProps) {
  const t = useTexts(supportTexts);
  const words = useWords();
  const { draft, kind, text } = complaint;
  return (
    <View>
      <Field label={t.kind} bare>
        <Segmented<Kind>
          label={t.kind}
          choices={(["suggestion", "complaint"] as const).map((value) => ({
            value,
            label: words.say(COMPLAINT_KIND_LABELS[value]),
          }))}
          value={kind}
          onChange={(value) => draft.set("kind", value)}
        />
      </Field>
      <TextArea
        label={t.text}
        value={text}
        most={LONGEST}
        placeholder={t.textPlaceholder}
        error={complaint.missing ? t.textMissing : undefined}
        onChange={(value) => draft.set("text", value)}
      />
      <MyComplaints pages={mine} />
    </View>
  );
}

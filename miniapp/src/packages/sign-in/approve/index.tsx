import { View } from "@tarojs/components";
import { useState } from "react";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { TextField } from "../../../components/form/TextField";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { Empty } from "../../../components/list/States";
import { back } from "../../../hooks/navigation";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import { signInTexts } from "../texts";

const SHORTEST_QR_TEXT = 10;

/** The phone confirms the sign-in of a computer. */
export default function ApproveBrowserPage() {
  const t = useTexts(signInTexts);
  const words = useWords();
  const [qrText, setQrText] = useState("");
  const [unread, setUnread] = useState(false);
  const [approved, setApproved] = useState(false);
  const approval = useWrite("browserSignIns.approve");
  const scan = () => {
    setUnread(false);
    platform.scan().then(setQrText, () => setUnread(true));
  };
  const approve = async () => {
    const done = await approval.run({ body: { qrText: qrText.trim() } });
    if (done !== undefined) setApproved(true);
  };
  const failed = approval.error !== undefined;
  if (approved) {
    return (
      <Page name="approveBrowser" title={t.approveTitle} backTo="me">
        <Empty
          icon="check"
          text={t.approved}
          hint={t.approvedHint}
          action={{ text: t.done, onTap: () => back("me") }}
        />
      </Page>
    );
  }
  return (
    <Page
      name="approveBrowser"
      title={t.approveTitle}
      backTo="me"
      bottom={
        <ActionBar>
          <Button
            className="grow"
            text={t.approve}
            disabled={qrText.trim().length < SHORTEST_QR_TEXT}
            onTap={() => void approve()}
            busyText={approval.busy ? t.approving : undefined}
          />
        </ActionBar>
      }
    >
      <Heading className="t-2xl b">{t.approveLead}</Heading>
      <View className="ink-2 mt-2">{t.approveHint}</View>
      {platform.name === "weapp" ? (
        <Button className="mt-4" kind="quiet" icon="scan" text={t.scan} onTap={scan} />
      ) : null}
      {unread ? <Note className="mt-3" tone="brick" text={t.notScanned} /> : null}
      {failed ? (
        <Note className="mt-3" tone="brick" text={errorSentence(approval.error, words.language)} />
      ) : null}
      <TextField label={t.typed} value={qrText} most={120} onChange={setQrText} />
    </Page>
  );
}

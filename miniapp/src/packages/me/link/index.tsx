import { View } from "@tarojs/components";
import { useState } from "react";
import { keepMe, useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { TextField } from "../../../components/form/TextField";
import { ActionBar } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { Empty } from "../../../components/list/States";
import { SignInCard } from "../../../components/talent/SignInCard";
import { open } from "../../../hooks/navigation";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { settingsTexts } from "../texts";

const ID_NUMBER = /^[0-9A-Za-z]{6,20}$/;
const SHORTEST_CODE = 8;

/** Binds the account to its talent record by two numbers that only the talent has together. */
export default function LinkPage() {
  const t = useTexts(settingsTexts);
  const me = useMe();
  if (me !== undefined && me.talent === null) return <LinkForm />;
  return (
    <Page name="link" title={t.linkTitle} backTo="me">
      {me === undefined ? (
        <SignInCard why={t.linkHint} />
      ) : (
        <Empty
          icon="check"
          text={t.linked}
          hint={t.linkedHint}
          action={{ text: t.toHome, onTap: () => open("home") }}
        />
      )}
    </Page>
  );
}

/** The two numbers as typed, what is wrong with them, and the check on the server. */
function useLink() {
  const [idNumber, setIdNumber] = useState("");
  const [codeString, setCodeString] = useState("");
  const [checked, setChecked] = useState(false);
  const link = useWrite("me.linkTalent");
  const idWrong = !ID_NUMBER.test(idNumber.trim());
  const codeWrong = codeString.trim().length < SHORTEST_CODE;
  const send = async () => {
    setChecked(true);
    if (idWrong || codeWrong) return;
    const body = { idNumber: idNumber.trim().toUpperCase(), codeString: codeString.trim().toUpperCase() };
    const done = await link.run({ body });
    if (done !== undefined) keepMe(done.data);
  };
  return {
    ...link,
    idNumber,
    setIdNumber,
    codeString,
    setCodeString,
    send,
    idWrong: checked && idWrong,
    codeWrong: checked && codeWrong,
  };
}

function LinkForm() {
  const t = useTexts(settingsTexts);
  const words = useWords();
  const link = useLink();
  return (
    <Page
      name="link"
      title={t.linkTitle}
      backTo="me"
      bottom={
        <ActionBar>
          <Button
            className="grow"
            text={t.linkYes}
            onTap={() => void link.send()}
            busyText={link.busy ? t.linking : undefined}
          />
        </ActionBar>
      }
    >
      <Heading className="t-2xl b">{t.linkLead}</Heading>
      <View className="ink-2 mt-1">{t.linkHint}</View>
      {link.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(link.error, words.language)} />
      )}
      <TextField
        label={t.idNumber}
        hint={t.idNumberHint}
        value={link.idNumber}
        most={20}
        keyboard="idcard"
        error={link.idWrong ? t.idWrong : undefined}
        onChange={link.setIdNumber}
      />
      <TextField
        label={t.codeString}
        hint={t.codeStringHint}
        value={link.codeString}
        most={32}
        error={link.codeWrong ? t.codeWrong : undefined}
        onChange={link.setCodeString}
      />
    </Page>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import { useSession } from "../../api/session";
import { Button } from "../../components/base/Button";
import { Heading } from "../../components/base/Heading";
import { Note } from "../../components/base/Note";
import { Page } from "../../components/frame/Page";
import { open, restart } from "../../hooks/navigation";
import { firstPage } from "../../hooks/roles";
import { useServiceInfo } from "../../hooks/useServiceInfo";
import { signIn } from "../../hooks/useSignIn";
import { errorSentence } from "../../i18n/errorWords";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { platform } from "../../platform";
import { Personas } from "./Personas";
import { StaffSignIn } from "./StaffSignIn";
import { signInTexts } from "./texts";

/** Signed in: staff go to their desk, everybody else to the code. */
export function enter(): void {
  const me = useSession.getState().session?.me;
  if (me !== undefined) restart(firstPage(me));
}

/** WeChat's own login in the mini-program; in the browser a persona of the sandbox, or a phone that confirms. */
export default function SignInPage() {
  const t = useTexts(signInTexts);
  const words = useWords();
  const tryOut = useServiceInfo()?.tryOut ?? false;
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();
  const enterAs = (personaId?: string) => {
    setBusy(personaId ?? "wechat");
    setError(undefined);
    signIn(personaId)
      .then(enter, setError)
      .finally(() => setBusy(undefined));
  };
  return (
    <Page name="signIn" title={t.title}>
      {error === undefined ? null : (
        <Note tone="brick" className="mb-3" text={errorSentence(error, words.language)} />
      )}
      {platform.name === "weapp" ? (
        <View>
          <Heading className="t-2xl b">{t.lead}</Heading>
          <View className="ink-2 mt-2">{t.leadHint}</View>
          <Button
            id="wechat-sign-in"
            className="mt-5"
            text={t.wechat}
            onTap={() => enterAs()}
            busyText={busy === undefined ? undefined : t.busy}
          />
          <View className="hint">{t.privacyHint}</View>
        </View>
      ) : (
        <View>
          {tryOut ? (
            <Personas busyId={busy} onChoose={enterAs} />
          ) : (
            <View className="ink-2">{t.wechatOnly}</View>
          )}
          <StaffSignIn onEntered={enter} />
          <Button className="mt-3" kind="text" small text={t.device} onTap={() => open("ratingDevice")} />
        </View>
      )}
    </Page>
  );
}

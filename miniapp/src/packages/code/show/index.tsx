import { Text, View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useState } from "react";
import { useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { QrCode } from "../../../components/base/QrCode";
import { Page } from "../../../components/frame/Page";
import { LinkCard, SignInCard } from "../../../components/talent/SignInCard";
import { announce } from "../../../hooks/useAnnouncement";
import { open } from "../../../hooks/navigation";
import { useOnline } from "../../../hooks/useOnline";
import { refreshMe } from "../../../hooks/useSignIn";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import { Dial } from "./Dial";
import "./index.scss";
import { codeTexts } from "./texts";
import { useBrightScreen } from "./useBrightScreen";

/** Groups of the readable code, as they are read aloud. */
function groupsOf(code: string): string[] {
  return code.includes("-") ? code.split("-") : (code.match(/.{1,4}/g) ?? [code]);
}

/** The talent code. It opens from what the device keeps, so that no network is needed at a counter. */
export default function CodePage() {
  const t = useTexts(codeTexts);
  const me = useMe();
  const online = useOnline();
  useBrightScreen();
  useDidShow(() => void refreshMe());
  return (
    <Page name="code" title={t.title} nav="close" white>
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      {me !== undefined && me.talent === null ? <LinkCard /> : null}
      {me?.talent ? (
        <Code
          code={me.talent.codeString}
          category={me.talent.category}
          name={me.talent.maskedName}
          endsOn={me.talent.cycle.endsOn}
        />
      ) : null}
      {me?.talent && !online ? <Note className="mt-4" tone="amber" text={t.offline} /> : null}
      {me?.talent ? (
        <View className="mt-4">
          <View className="t-s ink-2 c">{t.privacy}</View>
          <Button className="mt-2" kind="text" icon="eye" text={t.log} onTap={() => open("accessLog")} />
        </View>
      ) : null}
    </Page>
  );
}

function Code(props: { code: string; category: string; name: string; endsOn: string }) {
  const t = useTexts(codeTexts);
  const words = useWords();
  const [copied, setCopied] = useState<"yes" | "no">();
  const copy = () =>
    platform.copy(props.code).then(
      () => {
        setCopied("yes");
        announce(t.copied);
      },
      () => setCopied("no"),
    );
  return (
    <View className="c">
      <View className="t-xl b">{props.name}</View>
      <View className="ink-2">{`${t.category(props.category)} · ${t.until(words.date(props.endsOn))}`}</View>
      <Dial>
        <QrCode className="dial-qr" text={props.code} alt={t.alt(props.code)} />
      </Dial>
      <View className="t-s ink-2">{t.seconds}</View>
      <View className="code-str mt-3">
        {groupsOf(props.code).map((group, index) => (
          <Text key={`${group}${index}`} className="num mr-2" selectable>
            {group}
          </Text>
        ))}
      </View>
      <Button kind="text" small text={copied === "yes" ? t.copied : t.copy} onTap={() => void copy()} />
      {copied === "no" ? <View className="t-s brick">{t.copyFailed}</View> : null}
    </View>
  );
}

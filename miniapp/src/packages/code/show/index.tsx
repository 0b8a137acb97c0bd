import { Text, View } from "@tarojs/components";
import { useDidShow } from "@tarojs/taro";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { Page } from "../../../components/frame/Page";
import { LinkCard, SignInCard } from "../../../components/talent/SignInCard";
import { refreshMe } from "../../../hooks/useSignIn";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { useTokens, type TokenSupply } from "../tokenBatch";
import { CodeFace } from "./CodeFace";
import { CodeRows } from "./CodeRows";
import { LossSheet } from "./LossSheet";
import "./index.scss";
import { codeTexts } from "./texts";
import { useBrightScreen } from "./useBrightScreen";
import { useHiddenFromCapture } from "./useHiddenFromCapture";

/** The talent code. It opens from what the device keeps, so that no network is needed at a counter. */
export default function CodePage() {
  const t = useTexts(codeTexts);
  const me = useMe();
  const bright = useBrightScreen();
  const tokens = useTokens(Boolean(me?.talent));
  const [losing, setLosing] = useState(false);
  useHiddenFromCapture();
  useDidShow(() => void refreshMe());
  const closeLoss = () => setLosing(false);
  return (
    <Page
      name="code"
      title={t.title}
      nav="close"
      white
      over={
        losing ? (
          <LossSheet
            onClose={closeLoss}
            onLost={(kind) => {
              closeLoss();
              void tokens.renew(kind === "phone");
            }}
          />
        ) : null
      }
    >
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      {me !== undefined && me.talent === null ? <LinkCard /> : null}
      {me?.talent ? (
        <>
          <Whose talent={me.talent} />
          {tokens.batch === undefined ? (
            <NoCode tokens={tokens} />
          ) : (
            <CodeFace batch={tokens.batch} bright={bright} />
          )}
          <CodeRows batch={tokens.batch} onLose={() => setLosing(true)} />
          <View className="t-s ink-2 mt-3 c">{t.privacy}</View>
        </>
      ) : null}
    </Page>
  );
}

function Whose({ talent }: { talent: NonNullable<Me["talent"]> }) {
  const t = useTexts(codeTexts);
  return (
    <View className="code-head">
      <View className="t-xl b">{talent.maskedName}</View>
      <View className="code-cat">
        <Text>{t.category(talent.category)}</Text>
      </View>
    </View>
  );
}

function NoCode({ tokens }: { tokens: TokenSupply }) {
  const t = useTexts(codeTexts);
  const words = useWords();
  if (tokens.loading) return <View className="card state mt-4">{t.loading}</View>;
  return (
    <View className="card state mt-4 mb-3">
      <View className="b">{t.none}</View>
      <View className="ink-2 mt-1">{t.noneWhy}</View>
      <Note className="mt-3" tone="brick" text={errorSentence(tokens.error, words.language)} />
      <Button className="mt-3" kind="quiet" text={t.retry} onTap={() => void tokens.renew()} />
    </View>
  );
}

import { View } from "@tarojs/components";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Section } from "../../../components/base/Section";
import { Page } from "../../../components/frame/Page";
import { open } from "../../../hooks/navigation";
import { useServiceInfo } from "../../../hooks/useServiceInfo";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { BulletList } from "../BulletList";
import { supportTexts } from "../supportTexts";

/** What works for everybody, what does not yet, and where to say so; dated by the operator. */
export default function AccessibilityPage() {
  const t = useTexts(supportTexts);
  const words = useWords();
  const info = useServiceInfo();
  return (
    <Page name="accessibility" title={t.accessibility} backTo="me">
      <Heading className="t-2xl b">{t.accessLead}</Heading>
      {info === undefined ? null : (
        <View className="ink-2 mt-1">{t.accessDate(words.date(info.accessibilityStatementOn))}</View>
      )}
      <Section title={t.accessDone} />
      <BulletList lines={t.accessDoneList} />
      <Section title={t.accessOpen} />
      <BulletList lines={t.accessOpenList} />
      <Button
        className="mt-4"
        kind="quiet"
        text={t.accessTell}
        onTap={() => open("complaint", { page: "accessibility" })}
      />
    </Page>
  );
}

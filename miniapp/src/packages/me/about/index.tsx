import { View } from "@tarojs/components";
import { useMe } from "../../../api/session";
import { Heading } from "../../../components/base/Heading";
import { Section } from "../../../components/base/Section";
import { Page } from "../../../components/frame/Page";
import { KeyValue } from "../../../components/list/Fact";
import { CallRow } from "../../../components/talent/CallRow";
import { useServiceInfo } from "../../../hooks/useServiceInfo";
import { useTexts } from "../../../i18n/texts";
import { BulletList } from "../BulletList";
import { supportTexts } from "../supportTexts";

/** Who offers this, under which filing, what it does and what it never does. */
export default function AboutPage() {
  const t = useTexts(supportTexts);
  const me = useMe();
  const info = useServiceInfo();
  return (
    <Page name="about" title={t.aboutTitle} backTo="me">
      <Heading className="t-2xl b">{t.aboutLead}</Heading>
      <View className="ink-2 mt-1 mb-3">{t.aboutText}</View>
      <View className="card card-flush">
        <KeyValue first label={t.version} value={APP_VERSION} />
        {me === undefined ? null : <KeyValue label={t.accountNumber} value={me.id} />}
        <KeyValue label={t.filing} value={info?.filingNumber ?? t.noFiling} />
        {info === undefined ? null : <KeyValue label={t.hours} value={info.hotline.hours} />}
        {info === undefined ? null : (
          <CallRow name={info.hotline.name} duty={info.hotline.phone} phone={info.hotline.phone} />
        )}
      </View>
      <Section title={t.functions} />
      <BulletList lines={t.functionList} />
      <Section title={t.promise} />
      <BulletList lines={t.promiseList} />
    </Page>
  );
}

import { View } from "@tarojs/components";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { NOT_ENTITLED_SENTENCES } from "@talent/shared/labels/people";
import { useMe } from "../../../api/session";
import { Button } from "../../../components/base/Button";
import { Heading } from "../../../components/base/Heading";
import { Note } from "../../../components/base/Note";
import { Tag } from "../../../components/base/Tag";
import { ActionBar, IconAction } from "../../../components/frame/ActionBar";
import { Page } from "../../../components/frame/Page";
import { FactBar } from "../../../components/list/Fact";
import { ErrorState, SkeletonCards, StaleLine } from "../../../components/list/States";
import { itemFacts } from "../../../components/talent/itemFacts";
import { open, pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useServiceInfo } from "../../../hooks/useServiceInfo";
import { frameTexts } from "../../../i18n/frameTexts";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { platform } from "../../../platform";
import { GuideSections } from "./GuideSections";
import { OnSiteEntry } from "./OnSiteEntry";
import { guideTexts } from "./texts";
import { useState } from "react";

/** The service guide comes before every request. */
export default function GuidePage() {
  const t = useTexts(guideTexts);
  const [id] = useState(() => pageParams().id ?? "");
  const query = useQuery("items.read", { params: { id } }, { keep: true });
  const item = query.data;
  return (
    <Page
      name="guide"
      title={t.title}
      backTo="services"
      onRefresh={query.refresh}
      bottom={item === undefined ? null : <GuideActions item={item} />}
    >
      <StaleLine since={query.staleSince} onRefresh={query.refresh} />
      {query.loading ? <SkeletonCards /> : null}
      {item === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={query.refresh} />
      ) : null}
      {item === undefined ? null : <Guide item={item} />}
    </Page>
  );
}

function Guide({ item }: { item: ItemDetail }) {
  const t = useTexts(guideTexts);
  const frame = useTexts(frameTexts);
  const words = useWords();
  const { entitled, reason } = item.entitlement;
  return (
    <View>
      <View className="lead">
        <View className="row row-wrap">
          <Heading className="t-2xl b mr-2">{words.say(item.name)}</Heading>
          {item.sample ? <Tag text={frame.sample} /> : null}
        </View>
        <View className="ink-2 mt-1">{words.say(item.summary)}</View>
      </View>
      {!entitled && reason !== undefined ? (
        <Note className="mb-3" tone="amber" text={words.say(NOT_ENTITLED_SENTENCES[reason])} />
      ) : null}
      <FactBar facts={itemFacts(item, words)} />
      {item.channels.includes("onSite") ? <OnSiteEntry itemId={item.id} /> : null}
      <GuideSections item={item} />
      {item.sample ? <View className="hint">{t.sampleNote}</View> : null}
    </View>
  );
}

function GuideActions({ item }: { item: ItemDetail }) {
  const t = useTexts(guideTexts);
  const me = useMe();
  const hotline = useServiceInfo()?.hotline;
  const main = () => {
    if (me === undefined) return <Button className="grow" text={t.signIn} onTap={() => open("signIn")} />;
    if (me.talent === null) return <Button className="grow" text={t.link} onTap={() => open("link")} />;
    if (!item.canRequest) return <Button className="grow" disabled text={t.cannot} onTap={() => undefined} />;
    return (
      <Button
        id="begin-request"
        className="grow"
        text={t.begin}
        onTap={() => open("form", { item: item.id })}
      />
    );
  };
  return (
    <ActionBar>
      {hotline === undefined ? null : (
        <IconAction icon="phone" text={t.call} onTap={() => platform.call(hotline.phone)} />
      )}
      {main()}
    </ActionBar>
  );
}

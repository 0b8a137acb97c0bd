import { View } from "@tarojs/components";
import { useState } from "react";
import type { ItemSummary } from "@talent/shared/contract/schemas/catalogue";
import { ITEM_GROUP_LABELS } from "@talent/shared/labels/catalogue";
import { useMe } from "../../api/session";
import { Section } from "../../components/base/Section";
import { Chips } from "../../components/form/Choices";
import { SearchField } from "../../components/form/SearchField";
import { Page } from "../../components/frame/Page";
import { TabBar } from "../../components/frame/TabBar";
import { Empty, ErrorState, ListEnd, SkeletonCards, StaleLine } from "../../components/list/States";
import { ItemCard } from "../../components/talent/ItemCard";
import { itemFacts, whyNot } from "../../components/talent/itemFacts";
import { open } from "../../hooks/navigation";
import { useDelayed } from "../../hooks/useDelayed";
import { usePages } from "../../hooks/usePages";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { servicesTexts } from "./texts";

type Group = keyof typeof ITEM_GROUP_LABELS;
type Filter = Group | "all";

const TYPING_PAUSE_MS = 300;
const PAGE_SIZE = 50;

/** Second tab: the catalogue, what one may ask for first. */
export default function ServicesPage() {
  const t = useTexts(servicesTexts);
  const me = useMe();
  const words = useWords();
  const [group, setGroup] = useState<Filter>("all");
  const [typed, setTyped] = useState("");
  const q = useDelayed(typed.trim(), TYPING_PAUSE_MS);
  const pages = usePages("items.list", {
    limit: PAGE_SIZE,
    ...(group === "all" ? {} : { group }),
    ...(q === "" ? {} : { q }),
  });
  const groups = [
    { value: "all" as const, label: t.all },
    ...(Object.keys(ITEM_GROUP_LABELS) as Group[]).map((value) => ({
      value,
      label: words.say(ITEM_GROUP_LABELS[value]),
    })),
  ];
  const showAll = () => {
    setTyped("");
    setGroup("all");
  };
  return (
    <Page
      name="services"
      title={t.title}
      nav="tab"
      onRefresh={pages.refresh}
      onEnd={pages.more}
      bottom={<TabBar current="services" unread={me?.unreadNotices ?? 0} />}
    >
      <SearchField value={typed} onChange={setTyped} placeholder={t.search} clearLabel={t.clear} />
      <Chips<Filter> label={t.groups} choices={groups} value={group} onChange={setGroup} />
      <View className="mt-1">
        <StaleLine since={pages.staleSince} onRefresh={pages.refresh} />
      </View>
      {pages.loading ? <SkeletonCards /> : null}
      {pages.rows.length === 0 && pages.error !== undefined ? (
        <ErrorState error={pages.error} onRetry={pages.refresh} />
      ) : null}
      {!pages.loading && pages.rows.length === 0 && pages.error === undefined ? (
        <Empty icon="search" text={t.none} hint={t.noneHint} action={{ text: t.showAll, onTap: showAll }} />
      ) : null}
      <ItemList items={pages.rows} />
      <ListEnd hasMore={pages.hasMore} busy={pages.loadingMore} onMore={pages.more} />
    </Page>
  );
}

function ItemList({ items }: { items: readonly ItemSummary[] }) {
  const t = useTexts(servicesTexts);
  const words = useWords();
  const mine = items.filter((item) => whyNot(item, words) === undefined);
  const rest = items.filter((item) => whyNot(item, words) !== undefined);
  const card = (item: ItemSummary) => (
    <ItemCard
      key={item.id}
      name={words.say(item.name)}
      summary={words.say(item.summary)}
      sample={item.sample}
      facts={itemFacts(item, words)}
      whyNot={whyNot(item, words)}
      onTap={() => open("guide", { id: item.id })}
    />
  );
  return (
    <View>
      {mine.map(card)}
      {rest.length === 0 ? null : <Section title={t.notMine} />}
      {rest.map(card)}
    </View>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import { useMe } from "../../../api/session";
import { Note } from "../../../components/base/Note";
import { SelectField } from "../../../components/form/Picker";
import { Page } from "../../../components/frame/Page";
import { SignInCard } from "../../../components/talent/SignInCard";
import { pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import "../queue.scss";
import { queueTexts } from "../queueTexts";
import { Halls } from "./Halls";
import { TakeActions } from "./TakeActions";

/** Most items that one page of the catalogue answers. */
const ALL_ITEMS = 100;

/** What for and where; then a number now, or a time to come. */
export default function TakePage() {
  const t = useTexts(queueTexts);
  const words = useWords();
  const me = useMe();
  const [itemId, setItemId] = useState(() => pageParams().item);
  const [hallId, setHallId] = useState<string>();
  const items = useQuery("items.list", { query: { limit: ALL_ITEMS } }, { keep: true });
  const halls = useQuery("halls.list", { query: itemId === undefined ? {} : { itemId } });
  const everywhere = useQuery("halls.list", {}, { keep: true });
  const taken = new Set(
    (everywhere.data?.items ?? []).flatMap(({ groups }) => groups.flatMap(({ itemIds }) => itemIds)),
  );
  const onSite = (items.data?.items ?? []).filter(({ id }) => taken.has(id));
  const listed = halls.data?.items ?? [];
  // With one hall there is nothing to choose; the first open one is the natural proposal otherwise.
  const proposed = listed.find(({ openNow }) => openNow) ?? listed[0];
  const hall = listed.find(({ id }) => id === hallId) ?? proposed;
  return (
    <Page
      name="takeNumber"
      title={t.takeTitle}
      backTo="visit"
      onRefresh={halls.refresh}
      bottom={me === undefined ? null : <TakeActions itemId={itemId} hall={hall} />}
    >
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      <SelectField
        label={t.chooseItem}
        placeholder={t.chooseItemPlaceholder}
        choices={onSite.map(({ id, name }) => ({ value: id, label: words.say(name) }))}
        value={itemId}
        onChange={(chosen) => {
          setItemId(chosen);
          setHallId(undefined);
        }}
      />
      {itemId === undefined ? null : (
        <Halls query={halls} itemId={itemId} chosen={hall?.id} onChoose={setHallId} />
      )}
      {hall === undefined || itemId === undefined ? null : (
        <View className="mt-3">
          <Note tone="sky" text={t.closeBy} />
        </View>
      )}
    </Page>
  );
}

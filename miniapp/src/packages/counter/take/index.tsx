import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import { useState } from "react";
import type { Output } from "../../../api/client";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { SelectField } from "../../../components/form/Picker";
import { ErrorState, SkeletonRows } from "../../../components/list/States";
import type { Layout } from "../../../components/staff/browser/layout";
import { pageParams } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CounterGate, CounterPage } from "../CounterPage";
import { counterListTexts } from "../counterListTexts";
import { useCounterHalls } from "../useCounterHalls";

type Taken = Output<"counter.takeTicket">;

/** What is chosen, and the number once it is taken. */
function useTaking() {
  const t = useTexts(counterListTexts);
  const { query, halls } = useCounterHalls();
  const [{ hall: asked, scan, item }] = useState(pageParams);
  const [hallId, setHallId] = useState(asked);
  const [itemId, setItemId] = useState(item);
  const [taken, setTaken] = useState<Taken>();
  const write = useWrite("counter.takeTicket");
  const hall = halls?.find(({ id }) => id === hallId) ?? halls?.[0];
  const items = hall?.groups.flatMap((group) => group.items) ?? [];
  const chosen = items.find(({ id }) => id === itemId);
  const take = async () => {
    if (hall === undefined || chosen === undefined) return;
    const body = { itemId: chosen.id, ...(scan === undefined ? {} : { scanId: scan }) };
    const done = await write.run({ params: { id: hall.id }, body });
    if (done === undefined) return;
    setTaken(done.data);
    announce(t.taken(done.data.number));
  };
  const again = () => {
    setTaken(undefined);
    setItemId(undefined);
  };
  const verified = scan !== undefined;
  return { query, halls, hall, items, chosen, taken, verified, write, setHallId, setItemId, take, again };
}

type Taking = ReturnType<typeof useTaking>;

function TakeFor({ me, layout }: { me: Me; layout: Layout }) {
  const t = useTexts(counterListTexts);
  const taking = useTaking();
  const { query, halls, taken } = taking;
  return (
    <CounterPage me={me} layout={layout} title={t.takeTitle} dock={<TakeButton taking={taking} />}>
      {query.loading ? <SkeletonRows rows={3} /> : null}
      {halls === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {taken === undefined ? <TakeFields taking={taking} /> : <TakenNumber taken={taken} />}
    </CounterPage>
  );
}

function TakeButton({ taking }: { taking: Taking }) {
  const t = useTexts(counterListTexts);
  const { chosen, taken, write } = taking;
  if (taken !== undefined)
    return <Button kind="quiet" text={t.takeAnother} onTap={taking.again} className="ct-dock-main" />;
  return (
    <Button
      id="take-for"
      text={chosen === undefined ? t.takeNeeds : t.take}
      disabled={chosen === undefined}
      busyText={write.busy ? t.busy : undefined}
      onTap={() => void taking.take()}
      className="ct-dock-main"
    />
  );
}

function TakeFields({ taking }: { taking: Taking }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const { halls, hall, items, chosen, write } = taking;
  return (
    <View>
      <View className="ink-2">{taking.verified ? t.takeVerified : t.takeHint}</View>
      {write.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
      {halls === undefined || halls.length < 2 ? null : (
        <SelectField
          label={t.chooseHall}
          placeholder={t.chooseHall}
          choices={halls.map(({ id, name }) => ({ value: id, label: name }))}
          value={hall?.id}
          onChange={taking.setHallId}
        />
      )}
      <SelectField
        label={t.chooseItem}
        placeholder={t.chooseItemPlaceholder}
        choices={items.map(({ id, name }) => ({ value: id, label: words.say(name) }))}
        value={chosen?.id}
        onChange={taking.setItemId}
      />
    </View>
  );
}

function TakenNumber({ taken }: { taken: Taken }) {
  const t = useTexts(counterListTexts);
  const { say } = useWords();
  return (
    <View className="card c">
      <View className="ink-2">{say(taken.itemName)}</View>
      <View className="ct-no">{taken.number}</View>
      <View className="ink-2">{t.takenHint(taken.ahead ?? 0)}</View>
    </View>
  );
}

/** 代人取号: a number for somebody who stands at the counter. */
export default function TakeForPage() {
  return <CounterGate>{(me, layout) => <TakeFor me={me} layout={layout} />}</CounterGate>;
}

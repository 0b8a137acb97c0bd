import { ScrollView, Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { CounterHall, CounterWindow } from "@talent/shared/contract/schemas/counters";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { WINDOW_STATUS_LABELS } from "@talent/shared/labels/counters";
import { Note } from "../../../components/base/Note";
import { Section } from "../../../components/base/Section";
import { Tap } from "../../../components/base/Tap";
import { Empty, ErrorState, SkeletonCards } from "../../../components/list/States";
import { ConfirmSheet } from "../../../components/frame/ConfirmSheet";
import type { Layout } from "../../../components/staff/browser/layout";
import { PageHead } from "../../../components/staff/frame/PageHead";
import { StaffFrame } from "../../../components/staff/frame/StaffFrame";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterTexts } from "../counterTexts";
import { lettersOf, type useCounterHalls } from "../useCounterHalls";

export interface ChooseWindowProps {
  me: Me;
  layout: Layout;
  counter: ReturnType<typeof useCounterHalls>;
}

/** Sits down; at somebody else's window only after a second question. */
function useSitting(onSat: () => Promise<void>) {
  const [taking, setTaking] = useState<CounterWindow>();
  const write = useWrite("counter.openWindow");
  const sit = async (window: CounterWindow, takeOver: boolean) => {
    const done = await write.run({ params: { id: window.id }, body: takeOver ? { takeOver: true } : {} });
    if (done === undefined) return;
    setTaking(undefined);
    await onSat();
  };
  const choose = (window: CounterWindow) => {
    write.clearError();
    if (window.sitting === undefined || window.sitting.me) void sit(window, false);
    else setTaking(window);
  };
  return { taking, write, choose, takeOver: sit, stay: () => setTaking(undefined) };
}

/** Where I sit today: a free window, or one that I take over. */
export function ChooseWindow({ me, layout, counter }: ChooseWindowProps) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const { query, halls } = counter;
  const { taking, write, choose, takeOver, stay } = useSitting(query.refresh);
  const body = (
    <>
      {query.loading ? <SkeletonCards cards={2} /> : null}
      {halls === undefined && query.error !== undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refresh()} />
      ) : null}
      {halls?.length === 0 ? <Empty icon="ticket" text={t.noHalls} hint={t.noHallsHint} /> : null}
      {halls === undefined || halls.length === 0 ? null : <View className="ink-2">{t.chooseHint}</View>}
      {write.error === undefined || taking !== undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
      {halls?.map((hall) => (
        <HallWindows key={hall.id} hall={hall} busy={write.busy} onChoose={choose} />
      ))}
    </>
  );
  return (
    <StaffFrame
      layout={layout}
      me={me}
      current="counter"
      title={t.chooseTitle}
      header={<PageHead title={t.chooseTitle} />}
      onRefresh={query.refresh}
      over={
        taking === undefined ? null : (
          <ConfirmSheet
            title={t.takeOverTitle(taking.number, taking.sitting?.name ?? "")}
            why={t.takeOverWhy(taking.sitting?.name ?? "")}
            confirm={t.takeOverConfirm(taking.number)}
            busyText={write.busy ? t.sitting : undefined}
            keep={t.stay}
            error={write.error}
            onConfirm={() => void takeOver(taking, true)}
            onClose={stay}
          />
        )
      }
    >
      {layout === "phone" ? (
        body
      ) : (
        <ScrollView className="sf-scroll" scrollY>
          <View className="sf-pad me-col">{body}</View>
        </ScrollView>
      )}
    </StaffFrame>
  );
}

interface HallWindowsProps {
  hall: CounterHall;
  busy: boolean;
  onChoose: (window: CounterWindow) => void;
}

function HallWindows({ hall, busy, onChoose }: HallWindowsProps) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const list = (names: string[]) => names.join(words.language === "zh" ? "、" : ", ");
  return (
    <View>
      <Section
        title={hall.name}
        aside={
          hall.sample || !hall.openNow
            ? [hall.openNow ? undefined : t.hallClosed, hall.sample ? words.say(SAMPLE_LABEL) : undefined]
                .filter((part) => part !== undefined)
                .join("　")
            : undefined
        }
      />
      {hall.windows.length === 0 ? <View className="ink-2">{t.noWindows}</View> : null}
      <View className={hall.windows.length === 0 ? "" : "card card-flush"}>
        {hall.windows.map((window, index) => (
          <Tap
            key={window.id}
            className={`req ${index === 0 ? "req-first" : ""}`}
            disabled={busy}
            label={t.sitDown(window.number)}
            onTap={() => onChoose(window)}
          >
            <Text className="num ct-win-n">{String(window.number)}</Text>
            <View className="grow">
              <View>{t.hallGroups(list(lettersOf(hall, window).map(({ name }) => words.say(name))))}</View>
              <View className="t-s ink-2">
                {window.sitting === undefined
                  ? t.emptyWindow
                  : `${t.sittingThere(window.sitting.name)}，${words.say(WINDOW_STATUS_LABELS[window.status])}`}
              </View>
            </View>
            <Text className="pri b ml-3 none">
              {window.sitting === undefined || window.sitting.me ? t.sitDown(window.number) : t.takeOver}
            </Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}

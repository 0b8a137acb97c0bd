import { ScrollView, Text, View } from "@tarojs/components";
import { useState } from "react";
import type { SlotDays } from "@talent/shared/contract/schemas/appointments";
import { useMe } from "../../../api/session";
import { aria } from "../../../components/base/aria";
import { Note } from "../../../components/base/Note";
import { Section } from "../../../components/base/Section";
import { Tap } from "../../../components/base/Tap";
import { Page } from "../../../components/frame/Page";
import { Empty, ErrorState, SkeletonCards } from "../../../components/list/States";
import { SignInCard } from "../../../components/talent/SignInCard";
import { pageParams } from "../../../hooks/navigation";
import { useQuery, type Query } from "../../../hooks/useQuery";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import "../queue.scss";
import { queueTexts } from "../queueTexts";
import { BookAction, type ChosenSlot } from "./BookAction";

/** Days and times of a hall for an item: to make an appointment, or to move one. */
export default function BookPage() {
  const t = useTexts(queueTexts);
  const me = useMe();
  const [{ hall = "", item = "", appointment }] = useState(pageParams);
  const slots = useQuery("appointments.slots", { params: { id: hall }, query: { itemId: item } });
  const days = slots.data?.days ?? [];
  const choice = useSlotChoice(days);
  return (
    <Page
      name="bookVisit"
      title={appointment === undefined ? t.bookTitle : t.moveTitle}
      backTo="visit"
      onRefresh={slots.refresh}
      bottom={
        me === undefined || days.length === 0 ? null : (
          <BookAction
            hallId={hall}
            itemId={item}
            appointmentId={appointment}
            chosen={choice.chosen}
            onFull={slots.refresh}
          />
        )
      }
    >
      {me === undefined ? <SignInCard why={t.signInWhy} /> : null}
      <SlotsState slots={slots} />
      {choice.day === undefined ? null : (
        <View>
          <Days days={days} on={choice.day.on} onChoose={choice.chooseDay} />
          <Slots day={choice.day} from={choice.chosen?.from} onChoose={choice.chooseTime} />
          <Note className="mt-3" tone="sky" text={appointment === undefined ? t.bookNote : t.moveNote} />
        </View>
      )}
    </Page>
  );
}

function SlotsState({ slots }: { slots: Query<SlotDays> }) {
  const t = useTexts(queueTexts);
  if (slots.loading) return <SkeletonCards />;
  if (slots.data === undefined)
    return <ErrorState error={slots.error} onRetry={() => void slots.refresh()} />;
  return slots.data.days.length === 0 ? <Empty icon="calendar" text={t.noDays} hint={t.noDaysHint} /> : null;
}

/** The day that is looked at, and the time chosen in it; a time that was taken meanwhile is chosen no more. */
function useSlotChoice(days: readonly Day[]) {
  const [on, setOn] = useState<string>();
  const [from, setFrom] = useState<string>();
  const day = days.find((each) => each.on === on) ?? days.find(({ free }) => free > 0);
  const slot = day?.slots.find((each) => each.from === from && each.free > 0);
  const chosen: ChosenSlot | undefined =
    day === undefined || slot === undefined ? undefined : { on: day.on, from: slot.from };
  const chooseDay = (next: string) => {
    setOn(next);
    setFrom(undefined);
  };
  return { day, chosen, chooseDay, chooseTime: setFrom };
}

type Day = SlotDays["days"][number];

function Days({ days, on, onChoose }: { days: readonly Day[]; on: string; onChoose: (on: string) => void }) {
  const t = useTexts(queueTexts);
  const words = useWords();
  return (
    <View>
      <Section title={t.day} />
      <ScrollView className="qu-days" scrollX enhanced showScrollbar={false}>
        <View className="qu-days-in" {...aria({ role: "radiogroup", label: t.day })}>
          {days.map((day) => (
            <Tap
              key={day.on}
              className={`qu-day ${day.on === on ? "qu-on b" : ""} ${day.free === 0 ? "qu-full" : ""}`}
              role="radio"
              checked={day.on === on}
              disabled={day.free === 0}
              onTap={() => onChoose(day.on)}
            >
              <Text>{words.date(day.on)}</Text>
              <Text className="t-xs">{t.dayFree(day.free)}</Text>
            </Tap>
          ))}
        </View>
      </ScrollView>
    </View>
  );
}

interface SlotsProps {
  day: Day;
  from: string | undefined;
  onChoose: (from: string) => void;
}

function Slots({ day, from, onChoose }: SlotsProps) {
  const t = useTexts(queueTexts);
  return (
    <View>
      <Section title={t.slot} />
      <View className="qu-slots" {...aria({ role: "radiogroup", label: t.slot })}>
        {day.slots.map((slot) => (
          <Tap
            key={slot.from}
            className={`qu-slot ${slot.from === from ? "qu-on b" : ""} ${slot.free === 0 ? "qu-full" : ""}`}
            role="radio"
            checked={slot.from === from}
            disabled={slot.free === 0}
            onTap={() => onChoose(slot.from)}
          >
            <Text className="num t-l">{slot.from}</Text>
            <Text className="t-xs">{t.slotFree(Math.min(slot.free, day.free))}</Text>
          </Tap>
        ))}
      </View>
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { addDays } from "@talent/shared/calendar/dates";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Room, RoomBooking } from "@talent/shared/contract/schemas/counters";
import { SAMPLE_LABEL } from "@talent/shared/labels/catalogue";
import { useState } from "react";
import { Tag } from "../../../components/base/Tag";
import { DateField } from "../../../components/form/Picker";
import { ConfirmSheet } from "../../../components/frame/ConfirmSheet";
import { Empty, ErrorState, SkeletonCards } from "../../../components/list/States";
import type { Layout } from "../../../components/staff/browser/layout";
import { StaffButton } from "../../../components/staff/StaffButton";
import { pageParams } from "../../../hooks/navigation";
import { useQuery } from "../../../hooks/useQuery";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CounterGate, CounterPage } from "../CounterPage";
import { counterListTexts } from "../counterListTexts";
import { useCounterHalls } from "../useCounterHalls";
import { BookRoomDialog } from "./BookRoomDialog";

/** Rooms can be booked so many days ahead. */
const AHEAD_DAYS = 60;

interface Cancelling {
  room: Room;
  booking: RoomBooking;
}

function Rooms({ me, layout }: { me: Me; layout: Layout }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const [{ hall: hallId = "" }] = useState(pageParams);
  const [chosenOn, setOn] = useState<string>();
  const on = chosenOn ?? words.todayOn;
  const { halls } = useCounterHalls();
  const list = useQuery("counter.rooms", { params: { id: hallId }, query: { on } });
  const cancel = useWrite("counter.cancelRoom");
  const [booking, setBooking] = useState<Room>();
  const [cancelling, setCancelling] = useState<Cancelling>();
  const rooms = list.data?.items;
  const hours = halls?.find(({ id }) => id === hallId)?.hours ?? [];
  const giveBack = async (id: string) => {
    if ((await cancel.run({ params: { id } })) === undefined) return;
    setCancelling(undefined);
    await list.refresh();
  };
  const over =
    booking !== undefined ? (
      <BookRoomDialog
        layout={layout}
        room={booking}
        on={on}
        hours={hours}
        onClose={() => setBooking(undefined)}
        onDone={() => {
          setBooking(undefined);
          void list.refresh();
        }}
      />
    ) : cancelling !== undefined ? (
      <ConfirmSheet
        title={t.cancelBookingTitle(cancelling.room.name, spanOf(cancelling.booking))}
        why={t.cancelBookingWhy}
        confirm={t.cancelBooking}
        busyText={cancel.busy ? t.busy : undefined}
        keep={t.keepBooking}
        error={cancel.error}
        onConfirm={() => void giveBack(cancelling.booking.id)}
        onClose={() => setCancelling(undefined)}
      />
    ) : null;
  return (
    <CounterPage me={me} layout={layout} title={t.roomsTitle} onRefresh={list.refresh} over={over}>
      <View className="ink-2">{t.roomsHint}</View>
      <DateField
        label={t.day}
        value={on}
        shown={words.day(on)}
        placeholder={t.day}
        from={words.todayOn}
        to={addDays(words.todayOn, AHEAD_DAYS)}
        onChange={setOn}
      />
      <View className="mt-3" />
      {list.loading ? <SkeletonCards cards={2} /> : null}
      {rooms === undefined && list.error !== undefined ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {rooms?.length === 0 ? <Empty icon="door" text={t.roomsEmpty} hint={t.roomsEmptyHint} /> : null}
      {rooms?.map((room) => (
        <RoomCard
          key={room.id}
          room={room}
          onBook={() => setBooking(room)}
          onCancel={(which) => setCancelling({ room, booking: which })}
        />
      ))}
    </CounterPage>
  );
}

function spanOf({ from, to }: RoomBooking): string {
  return `${from}–${to}`;
}

interface RoomCardProps {
  room: Room;
  onBook: () => void;
  onCancel: (booking: RoomBooking) => void;
}

function RoomCard({ room, onBook, onCancel }: RoomCardProps) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const equipment = room.equipment.map(words.say).join(words.language === "zh" ? "、" : ", ");
  const booked = room.bookings.filter(({ status }) => status === "booked");
  return (
    <View className="card mb-3">
      <View className="row">
        <View className="grow">
          <View className="row">
            <Text className="t-l b mr-2">{room.name}</Text>
            {room.sample ? <Tag text={words.say(SAMPLE_LABEL)} /> : null}
          </View>
          <View className="t-s ink-2">{[t.seats(room.seats), equipment].filter(Boolean).join("，")}</View>
        </View>
        <StaffButton kind="soft" text={t.bookRoom} onTap={onBook} />
      </View>
      {booked.length === 0 ? <View className="t-s moss mt-2">{t.free}</View> : null}
      {booked.map((booking) => (
        <View key={booking.id} className="ct-row ct-row-top">
          <Text className="num ct-span">{spanOf(booking)}</Text>
          <Text className="grow ink-2 sf-el">
            {[booking.subject, booking.bookedBy].filter((part) => part !== undefined).join("　")}
          </Text>
          {booking.can.includes("cancel") ? (
            <StaffButton kind="text" text={t.cancelBooking} onTap={() => onCancel(booking)} />
          ) : null}
        </View>
      ))}
    </View>
  );
}

/** 会议室: rooms of a hall with the bookings of a day. */
export default function RoomsPage() {
  return <CounterGate>{(me, layout) => <Rooms me={me} layout={layout} />}</CounterGate>;
}

import { Text, View } from "@tarojs/components";
import { addDays } from "@talent/shared/calendar/dates";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { Room, RoomBooking } from "@talent/shared/contract/schemas/counterDuties";
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
import { BookRoomDialog, type BookRoomDialogProps } from "./BookRoomDialog";

/** Rooms can be booked so many days ahead. */
const AHEAD_DAYS = 60;

/** What is asked over the page. */
type Asking = { room: Room; cancel?: RoomBooking };

function Rooms({ me, layout }: { me: Me; layout: Layout }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const [{ hall: hallId = "" }] = useState(pageParams);
  const [chosenOn, setOn] = useState<string>();
  const on = chosenOn ?? words.todayOn;
  const list = useQuery("counter.rooms", { params: { id: hallId }, query: { on } });
  const [asking, setAsking] = useState<Asking>();
  const rooms = list.data?.items;
  const close = () => setAsking(undefined);
  const done = () => {
    close();
    void list.refresh();
  };
  const over =
    asking === undefined ? null : asking.cancel === undefined ? (
      <BookIn layout={layout} room={asking.room} on={on} hallId={hallId} onClose={close} onDone={done} />
    ) : (
      <CancelRoomSheet room={asking.room} booking={asking.cancel} onClose={close} onDone={done} />
    );
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
          onBook={() => setAsking({ room })}
          onCancel={(cancel) => setAsking({ room, cancel })}
        />
      ))}
    </CounterPage>
  );
}

/** The dialog with the opening hours of its hall. */
function BookIn({ hallId, ...props }: Omit<BookRoomDialogProps, "hours"> & { hallId: string }) {
  const { halls } = useCounterHalls();
  return <BookRoomDialog {...props} hours={halls?.find(({ id }) => id === hallId)?.hours ?? []} />;
}

interface CancelRoomSheetProps {
  room: Room;
  booking: RoomBooking;
  onClose: () => void;
  onDone: () => void;
}

function CancelRoomSheet({ room, booking, onClose, onDone }: CancelRoomSheetProps) {
  const t = useTexts(counterListTexts);
  const write = useWrite("counter.cancelRoom");
  const giveBack = async () => {
    if ((await write.run({ params: { id: booking.id } })) !== undefined) onDone();
  };
  return (
    <ConfirmSheet
      title={t.cancelBookingTitle(room.name, spanOf(booking))}
      why={t.cancelBookingWhy}
      confirm={t.cancelBooking}
      busyText={write.busy ? t.busy : undefined}
      keep={t.keepBooking}
      error={write.error}
      onConfirm={() => void giveBack()}
      onClose={onClose}
    />
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

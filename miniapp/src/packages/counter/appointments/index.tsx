import { Text, View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { HallAppointment } from "@talent/shared/contract/schemas/appointments";
import { APPOINTMENT_STATUS_LABELS } from "@talent/shared/labels/counters";
import { useState } from "react";
import { Note } from "../../../components/base/Note";
import { Empty, ErrorState, SkeletonRows } from "../../../components/list/States";
import type { Layout } from "../../../components/staff/browser/layout";
import { StaffButton } from "../../../components/staff/StaffButton";
import { pageParams } from "../../../hooks/navigation";
import { useLive } from "../../../hooks/useLive";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CounterGate, CounterPage } from "../CounterPage";
import { counterListTexts } from "../counterListTexts";
import { CancelForDialog } from "./CancelForDialog";

function Day({ me, layout }: { me: Me; layout: Layout }) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const [{ hall = "" }] = useState(pageParams);
  const list = useLive("counter.appointments", { params: { id: hall }, query: {} });
  const checkIn = useWrite("counter.checkInAppointment");
  const [cancelling, setCancelling] = useState<HallAppointment>();
  const rows = list.data?.items;
  const arrive = async (id: string) => {
    if ((await checkIn.run({ params: { id } })) !== undefined) await list.refresh();
  };
  return (
    <CounterPage
      me={me}
      layout={layout}
      title={t.dayTitle}
      onRefresh={list.refresh}
      over={
        cancelling === undefined ? null : (
          <CancelForDialog
            layout={layout}
            appointment={cancelling}
            onClose={() => setCancelling(undefined)}
            onDone={() => {
              setCancelling(undefined);
              void list.refresh();
            }}
          />
        )
      }
    >
      {list.loading ? <SkeletonRows rows={4} /> : null}
      {rows === undefined && list.error !== undefined ? (
        <ErrorState error={list.error} onRetry={() => void list.refresh()} />
      ) : null}
      {rows?.length === 0 ? <Empty icon="calendar" text={t.dayEmpty} hint={t.dayEmptyHint} /> : null}
      {checkIn.error === undefined ? null : (
        <Note className="mb-3" tone="brick" text={errorSentence(checkIn.error, words.language)} />
      )}
      {rows === undefined || rows.length === 0 ? null : (
        <View className="card card-flush">
          {rows.map((appointment, index) => (
            <DayRow
              key={appointment.id}
              appointment={appointment}
              first={index === 0}
              busy={checkIn.busy}
              onCheckIn={() => void arrive(appointment.id)}
              onCancel={() => setCancelling(appointment)}
            />
          ))}
        </View>
      )}
    </CounterPage>
  );
}

interface DayRowProps {
  appointment: HallAppointment;
  first: boolean;
  busy: boolean;
  onCheckIn: () => void;
  onCancel: () => void;
}

function DayRow({ appointment, first, busy, onCheckIn, onCancel }: DayRowProps) {
  const t = useTexts(counterListTexts);
  const { say } = useWords();
  const { can, ticketNumber } = appointment;
  const state = say(APPOINTMENT_STATUS_LABELS[appointment.status]);
  return (
    <View className={`req row-wrap ${first ? "req-first" : ""}`}>
      <Text className="num ct-time">{appointment.from}</Text>
      <View className="grow">
        <View className="b">{say(appointment.itemName)}</View>
        <View className="t-s ink-2">
          {[appointment.maskedName, state, ticketNumber === undefined ? undefined : t.numberIs(ticketNumber)]
            .filter((part) => part !== undefined)
            .join("　")}
        </View>
      </View>
      {can.includes("checkIn") ? (
        <StaffButton className="ml-2" kind="soft" text={t.checkIn} disabled={busy} onTap={onCheckIn} />
      ) : null}
      {can.includes("cancel") ? (
        <StaffButton className="ml-2" text={t.cancel} disabled={busy} onTap={onCancel} />
      ) : null}
    </View>
  );
}

/** 今天的预约 of a hall, by time. */
export default function CounterDayPage() {
  return <CounterGate>{(me, layout) => <Day me={me} layout={layout} />}</CounterGate>;
}

import { View } from "@tarojs/components";
import type { Room } from "@talent/shared/contract/schemas/counterDuties";
import type { OpenSpan } from "@talent/shared/domain/appointments";
import { useState } from "react";
import { SelectField } from "../../../components/form/Picker";
import { TextField } from "../../../components/form/TextField";
import type { Layout } from "../../../components/staff/browser/layout";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterListTexts } from "../counterListTexts";
import { endTimes, startTimes } from "./roomTimes";

/** A number of a ticket or of a case, as the contract reads it. */
const SUBJECT = /^(\d{2}-\d{5,7}|[A-Z]\d{3,4})$/;
const SUBJECT_LENGTH = 12;

const asChoice = (time: string) => ({ value: time, label: time });

export interface BookRoomDialogProps {
  layout: Layout;
  room: Room;
  on: string;
  hours: readonly OpenSpan[];
  onClose: () => void;
  onDone: () => void;
}

/** The span and what it is for, as chosen so far; `blocked` says what is missing. */
function useBookingInHand(hours: readonly OpenSpan[]) {
  const t = useTexts(counterListTexts);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [typed, setTyped] = useState("");
  const subject = typed.trim().toUpperCase();
  const bad = subject !== "" && !SUBJECT.test(subject);
  const span = from === undefined || to === undefined ? undefined : { from, to };
  const blocked = span === undefined ? t.bookNeeds : bad ? t.subjectBad : undefined;
  const chooseFrom = (time: string) => {
    setFrom(time);
    if (to !== undefined && to <= time) setTo(undefined);
  };
  const starts = startTimes(hours).map(asChoice);
  const ends = (from === undefined ? [] : endTimes(hours, from)).map(asChoice);
  return {
    from,
    to,
    span,
    typed,
    subject,
    bad,
    blocked,
    starts,
    ends,
    chooseFrom,
    chooseTo: setTo,
    setTyped,
  };
}

type BookingInHand = ReturnType<typeof useBookingInHand>;

/** Books a meeting room for a span of a day; it names a number, never a person. */
export function BookRoomDialog({ layout, room, on, hours, onClose, onDone }: BookRoomDialogProps) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const write = useWrite("counter.bookRoom");
  const booking = useBookingInHand(hours);
  const { span, subject, blocked } = booking;
  const confirm = async () => {
    if (span === undefined || blocked !== undefined) return;
    const body = { on, ...span, ...(subject === "" ? {} : { subject }) };
    if ((await write.run({ params: { id: room.id }, body })) !== undefined) onDone();
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.bookTitle(room.name)}
      sub={words.date(on)}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <DialogActions
          confirmText={span === undefined ? t.bookNeeds : t.bookConfirm(span.from, span.to)}
          blocked={blocked}
          busy={write.busy}
          onConfirm={() => void confirm()}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble
        text={write.error === undefined ? undefined : errorSentence(write.error, words.language)}
      />
      <BookingFields booking={booking} />
    </StaffDialog>
  );
}

function BookingFields({ booking }: { booking: BookingInHand }) {
  const t = useTexts(counterListTexts);
  return (
    <View>
      <View className="row row-top">
        <View className="grow mr-3">
          <SelectField
            label={t.from}
            placeholder={t.timePlaceholder}
            choices={booking.starts}
            value={booking.from}
            onChange={booking.chooseFrom}
          />
        </View>
        <View className="grow">
          <SelectField
            label={t.to}
            placeholder={t.timePlaceholder}
            choices={booking.ends}
            value={booking.to}
            onChange={booking.chooseTo}
          />
        </View>
      </View>
      <TextField
        label={t.subject}
        optional
        hint={t.subjectHint}
        value={booking.typed}
        most={SUBJECT_LENGTH}
        error={booking.bad ? t.subjectBad : undefined}
        onChange={booking.setTyped}
      />
    </View>
  );
}

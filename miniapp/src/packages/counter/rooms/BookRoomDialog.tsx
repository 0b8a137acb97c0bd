import { View } from "@tarojs/components";
import type { Room } from "@talent/shared/contract/schemas/counters";
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

/** Books a meeting room for a span of a day; it names a number, never a person. */
export function BookRoomDialog({ layout, room, on, hours, onClose, onDone }: BookRoomDialogProps) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const write = useWrite("counter.bookRoom");
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const [typed, setTyped] = useState("");
  const subject = typed.trim().toUpperCase();
  const bad = subject !== "" && !SUBJECT.test(subject);
  const blocked =
    from === undefined || to === undefined
      ? t.bookNeeds
      : to <= from
        ? t.bookOrder
        : bad
          ? t.subjectBad
          : undefined;
  const confirm = async () => {
    if (from === undefined || to === undefined || blocked !== undefined) return;
    const body = { on, from, to, ...(subject === "" ? {} : { subject }) };
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
          confirmText={t.bookConfirm(from ?? "", to ?? "")}
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
      <View className="row row-top">
        <View className="grow mr-3">
          <SelectField
            label={t.from}
            placeholder={t.timePlaceholder}
            choices={startTimes(hours).map(asChoice)}
            value={from}
            onChange={(time) => {
              setFrom(time);
              if (to !== undefined && to <= time) setTo(undefined);
            }}
          />
        </View>
        <View className="grow">
          <SelectField
            label={t.to}
            placeholder={t.timePlaceholder}
            choices={(from === undefined ? [] : endTimes(hours, from)).map(asChoice)}
            value={to}
            onChange={setTo}
          />
        </View>
      </View>
      <TextField
        label={t.subject}
        optional
        hint={t.subjectHint}
        value={typed}
        most={SUBJECT_LENGTH}
        error={bad ? t.subjectBad : undefined}
        onChange={setTyped}
      />
    </StaffDialog>
  );
}

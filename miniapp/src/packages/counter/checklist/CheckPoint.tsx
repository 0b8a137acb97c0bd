import { Text, View } from "@tarojs/components";
import type { Checklist } from "@talent/shared/contract/schemas/counterDuties";
import { CHECK_RESULTS, type CheckResult } from "@talent/shared/domain/checklists";
import { CHECK_RESULT_LABELS } from "@talent/shared/labels/counters";
import { useState } from "react";
import { Segmented } from "../../../components/form/Choices";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { StaffButton } from "../../../components/staff/StaffButton";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterListTexts } from "../counterListTexts";

/** Bound of the contract's schema. */
const NOTE_LENGTH = 200;

export interface CheckPointProps {
  point: Checklist["points"][number];
  first: boolean;
  may: boolean;
  busy: boolean;
  onTick: (result: CheckResult, note: string | undefined) => void;
}

/** One duty: in order with one tap; a fault needs words. */
export function CheckPoint({ point, first, may, busy, onTick }: CheckPointProps) {
  const t = useTexts(counterListTexts);
  const words = useWords();
  const [writing, setWriting] = useState(false);
  const shown = writing ? "fault" : point.result;
  const choose = (result: CheckResult) => {
    setWriting(result === "fault");
    if (result === "ok" && !busy) onTick("ok", undefined);
  };
  const save = (note: string) => {
    onTick("fault", note);
    setWriting(false);
  };
  return (
    <View className={`ct-check ${first ? "ct-check-first" : ""}`} id={`check-${point.key}`}>
      <View className="ct-check-row">
        <View className="grow mr-3">
          <View>{words.say(point.label)}</View>
          {point.note === undefined || writing ? null : <View className="t-s brick">{point.note}</View>}
          {point.by === undefined || point.at === undefined ? null : (
            <Text className="t-s ink-2">{t.by(point.by, words.time(point.at))}</Text>
          )}
        </View>
        {may ? (
          <View className="ct-check-seg">
            <Segmented
              label={words.say(point.label)}
              choices={CHECK_RESULTS.map((value) => ({
                value,
                label: words.say(CHECK_RESULT_LABELS[value]),
              }))}
              value={shown}
              onChange={choose}
            />
          </View>
        ) : (
          <Text className={point.result === "fault" ? "brick b" : "moss b"}>
            {point.result === undefined ? "" : words.say(CHECK_RESULT_LABELS[point.result])}
          </Text>
        )}
      </View>
      {writing ? <FaultNote known={point.note ?? ""} onSave={save} /> : null}
    </View>
  );
}

function FaultNote({ known, onSave }: { known: string; onSave: (note: string) => void }) {
  const t = useTexts(counterListTexts);
  const [note, setNote] = useState(known);
  const written = note.trim();
  return (
    <View>
      <LabelledText
        label={t.faultNote}
        value={note}
        most={NOTE_LENGTH}
        placeholder={t.faultPlaceholder}
        lines="several"
        onChange={setNote}
      />
      <View className="row mt-2">
        <StaffButton
          kind="primary"
          text={written === "" ? t.faultNeeds : t.faultSave}
          disabled={written === ""}
          onTap={() => onSave(written)}
        />
      </View>
    </View>
  );
}

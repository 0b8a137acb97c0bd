import { View } from "@tarojs/components";
import { useState } from "react";
import type { Desk, DeskTicket } from "@talent/shared/contract/schemas/counters";
import { RadioList } from "../../../components/form/Choices";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { StaffButton } from "../../../components/staff/StaffButton";
import type { Layout } from "../../../components/staff/browser/layout";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { counterTexts } from "../counterTexts";
import type { DeskAct } from "../useDeskAct";

/** A line or a window, told apart by what stands before the colon. */
type Target = `letter:${string}` | `window:${string}`;

export interface TransferDialogProps {
  layout: Layout;
  desk: Desk;
  ticket: DeskTicket;
  act: DeskAct;
  onClose: () => void;
}

/** Sends the number that stands here to another line or window; it keeps its waiting time. */
export function TransferDialog({ layout, desk, ticket, act, onClose }: TransferDialogProps) {
  const t = useTexts(counterTexts);
  const words = useWords();
  const [target, setTarget] = useState<Target>();
  const { groups, windows } = desk.transferTo;
  const lines = groups.map(({ letter, name }) => ({
    value: `letter:${letter}` as Target,
    label: `${letter} ${words.say(name)}`,
  }));
  const places = windows.map(({ id, number, letters }) => ({
    value: `window:${id}` as Target,
    label: t.windowName(number),
    hint: letters.join(" "),
  }));
  const chosen = [...lines, ...places].find(({ value }) => value === target);
  const confirm = async () => {
    if (target === undefined) return;
    const [kind, id = ""] = target.split(":");
    const body = kind === "letter" ? { letter: id } : { windowId: id };
    if ((await act.run("transfer", ticket.id, body)) !== undefined) onClose();
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.transferTitle(ticket.number)}
      sub={words.say(ticket.itemName)}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <>
          <StaffButton kind="line" text={t.transferCancel} className="dg-cancel" onTap={onClose} />
          <StaffButton
            kind="primary"
            className="dg-ok"
            text={chosen === undefined ? t.transferNeeds : t.transferTo(chosen.label)}
            disabled={chosen === undefined}
            busyText={act.busy === "transfer" ? t.busy : undefined}
            onTap={() => void confirm()}
          />
        </>
      }
    >
      <DialogTrouble text={act.error === undefined ? undefined : errorSentence(act.error, words.language)} />
      <View className="t-s ink-2">{t.transferWhy}</View>
      {lines.length === 0 ? null : (
        <View className="mt-3">
          <View className="b mb-3">{t.transferGroup}</View>
          <RadioList label={t.transferGroup} choices={lines} value={target} onChange={setTarget} />
        </View>
      )}
      {places.length === 0 ? null : (
        <View className="mt-4">
          <View className="b mb-3">{t.transferWindow}</View>
          <RadioList label={t.transferWindow} choices={places} value={target} onChange={setTarget} />
        </View>
      )}
    </StaffDialog>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ACTION_BUTTONS, ACTION_CONFIRMATIONS } from "@talent/shared/labels/requests";
import { Button } from "../../../components/base/Button";
import { Note } from "../../../components/base/Note";
import { TextArea } from "../../../components/form/TextField";
import { Sheet } from "../../../components/frame/Sheet";
import { back } from "../../../hooks/navigation";
import { announce } from "../../../hooks/useAnnouncement";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { detailTexts } from "./texts";
import { workTexts } from "./workTexts";

/** Acts that are asked for once more, with their consequence. */
export type SheetAction = "withdraw" | "reopen" | "discardDraft" | "urge";

export interface ActionSheetProps {
  request: RequestDetail;
  action: SheetAction;
  onClose: () => void;
  /** With the changed request, where there is one. */
  onDone: (changed: RequestDetail | undefined) => void;
}

/** Says what will happen, takes the reason, acts. A failure stays in the sheet with what was written. */
export function ActionSheet({ request, action, onClose, onDone }: ActionSheetProps) {
  const t = useTexts(detailTexts);
  const words = useWords();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const withdraw = useWrite("requests.withdraw");
  const reopen = useWrite("requests.reopen");
  const discard = useWrite("requests.discardDraft");
  const urge = useWrite("requests.urge");
  const write = { withdraw, reopen, discardDraft: discard, urge }[action];
  const work = useTexts(workTexts);
  const params = { id: request.id };
  const text = reason.trim();
  const label = words.say(ACTION_BUTTONS[action]);
  const confirmation = ACTION_CONFIRMATIONS[action];

  const send = () => {
    if (action === "discardDraft") return discard.run({ params });
    if (action === "reopen") return reopen.run({ params, body: { reason: text } });
    if (action === "urge") return urge.run({ params, body: text === "" ? {} : { note: text } });
    return withdraw.run({ params, body: text === "" ? {} : { reason: text } });
  };
  const act = async () => {
    if (action === "reopen" && text === "") {
      setMissing(true);
      return;
    }
    const done = await send();
    if (done === undefined) return;
    announce(label);
    onDone(done.data);
    if (action === "discardDraft") back("requests");
  };

  return (
    <Sheet
      title={
        {
          withdraw: t.withdrawTitle,
          reopen: t.reopenTitle,
          discardDraft: t.discardTitle,
          urge: work.urgeTitle,
        }[action]
      }
      onClose={onClose}
      actions={
        <View>
          <Button
            id="confirm-action"
            kind={action === "reopen" || action === "urge" ? "primary" : "danger"}
            text={label}
            onTap={() => void act()}
            busyText={write.busy ? t.doing : undefined}
          />
          <Button className="mt-2" kind="text" text={t.cancel} onTap={onClose} />
        </View>
      }
    >
      {confirmation === undefined ? null : <View>{words.say(confirmation)}</View>}
      {action === "urge" && request.urging !== undefined ? (
        <View className="ink-2 mt-1">{work.urgeLeft(request.urging.left)}</View>
      ) : null}
      {action === "discardDraft" ? null : (
        <TextArea
          label={{ withdraw: t.withdrawReason, reopen: t.reopenReason, urge: work.urgeNote }[action]}
          optional={action !== "reopen"}
          value={reason}
          most={BOUNDS.reason}
          error={missing && text === "" ? t.reasonMissing : undefined}
          onChange={setReason}
        />
      )}
      {write.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(write.error, words.language)} />
      )}
    </Sheet>
  );
}

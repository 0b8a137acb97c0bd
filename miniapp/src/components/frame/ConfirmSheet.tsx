import { View } from "@tarojs/components";
import { Button } from "../base/Button";
import { Note } from "../base/Note";
import { Sheet } from "./Sheet";
import { errorSentence } from "../../i18n/errorWords";
import { useWords } from "../../i18n/useWords";

export interface ConfirmSheetProps {
  title: string;
  /** What follows from it. */
  why: string;
  confirm: string;
  busyText: string | undefined;
  keep: string;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something is given back that cannot be had again as it was. */
export function ConfirmSheet(props: ConfirmSheetProps) {
  const { language } = useWords();
  return (
    <Sheet
      title={props.title}
      onClose={props.onClose}
      actions={
        <View>
          <Button
            id="confirm-action"
            kind="danger"
            text={props.confirm}
            busyText={props.busyText}
            onTap={props.onConfirm}
          />
          <Button className="mt-2" kind="text" text={props.keep} onTap={props.onClose} />
        </View>
      }
    >
      <View>{props.why}</View>
      {props.error === undefined ? null : (
        <Note className="mt-3" tone="brick" text={errorSentence(props.error, language)} />
      )}
    </Sheet>
  );
}

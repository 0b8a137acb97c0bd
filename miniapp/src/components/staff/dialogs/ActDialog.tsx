import { View } from "@tarojs/components";
import type { RequestAction } from "@talent/shared/domain/lifecycle";
import { ACTION_CONFIRMATIONS, ACTION_LABELS } from "@talent/shared/labels/requests";
import type { PropsWithChildren } from "react";
import { useWords } from "../../../i18n/useWords";
import { DialogActions } from "./DialogActions";
import type { CaseDialogProps } from "./dialogProps";
import { DialogTrouble } from "./DialogTrouble";
import { StaffDialog } from "./StaffDialog";

export interface ActDialogProps {
  /** What every dialog about a case gets. */
  frame: Omit<CaseDialogProps<never>, "request" | "onConfirm">;
  action: RequestAction;
  /** Verb + object + consequence. */
  confirmText: string;
  /** Absent = may be confirmed; otherwise why not, in the button itself. */
  blocked?: string | undefined;
  danger?: boolean;
  footNote?: string;
  onConfirm: () => void;
}

/** A dialog in which one act is done to a case: what went wrong above, what follows below. */
export function ActDialog(props: PropsWithChildren<ActDialogProps>) {
  const { frame, action, confirmText, blocked, danger = false, footNote, onConfirm, children } = props;
  const { say } = useWords();
  const confirmation = ACTION_CONFIRMATIONS[action];
  const confirm = () => (blocked === undefined ? onConfirm() : undefined);
  return (
    <StaffDialog
      layout={frame.layout}
      title={say(ACTION_LABELS[action])}
      sub={frame.sub}
      onClose={frame.onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={confirmText}
          blocked={blocked}
          busy={frame.busy}
          danger={danger}
          onConfirm={confirm}
          onCancel={frame.onClose}
        />
      }
      {...(footNote === undefined ? {} : { footNote })}
    >
      <DialogTrouble text={frame.trouble} />
      {children}
      {confirmation === undefined ? null : <View className="t-s ink-2 mt-3">{say(confirmation)}</View>}
    </StaffDialog>
  );
}

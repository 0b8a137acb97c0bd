import type { PropsWithChildren } from "react";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { StaffAct } from "./acts";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

export interface ActFrameProps extends Pick<ComplaintDialogProps, "layout" | "complaint" | "onClose"> {
  act: StaffAct;
  confirmText: string;
  /** Absent = may be confirmed; otherwise why not, in the button itself. */
  blocked?: string | undefined;
  busy: boolean;
  /** What the last try threw. */
  trouble: unknown;
  onConfirm: () => Promise<void>;
}

/** A dialog in which one act is done to a complaint: what went wrong above. */
export function ActFrame(props: PropsWithChildren<ActFrameProps>) {
  const { layout, complaint, act, confirmText, blocked, busy, trouble, onClose, onConfirm, children } = props;
  const t = useTexts(staffComplaintTexts);
  const { language } = useWords();
  const confirm = () => void onConfirm();
  return (
    <StaffDialog
      layout={layout}
      title={t.did[act]}
      sub={complaint.number}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={confirmText}
          blocked={blocked}
          busy={busy}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble === undefined ? undefined : errorSentence(trouble, language)} />
      {children}
    </StaffDialog>
  );
}

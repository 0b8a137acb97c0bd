import { useTexts } from "../../../i18n/texts";
import { dialogTexts } from "../texts/dialogTexts";
import { StaffButton } from "../StaffButton";

export interface DialogActionsProps {
  /** Verb + object + consequence. */
  confirmText: string;
  cancelText?: string | undefined;
  /** Absent = may be confirmed; otherwise why not, in the button itself. */
  blocked?: string | undefined;
  busy: boolean;
  danger?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Cancel and the one thing that the dialog is for. */
export function DialogActions({
  confirmText,
  cancelText,
  blocked,
  busy,
  danger = false,
  onConfirm,
  onCancel,
}: DialogActionsProps) {
  const t = useTexts(dialogTexts);
  return (
    <>
      <StaffButton kind="line" text={cancelText ?? t.cancel} onTap={onCancel} className="dg-cancel" />
      <StaffButton
        kind={danger ? "danger" : "primary"}
        text={blocked ?? confirmText}
        disabled={blocked !== undefined}
        busyText={busy ? t.busy : undefined}
        onTap={onConfirm}
        className="dg-ok"
      />
    </>
  );
}

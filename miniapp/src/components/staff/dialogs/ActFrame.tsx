import type { PropsWithChildren } from "react";
import { errorSentence } from "../../../i18n/errorWords";
import { useWords } from "../../../i18n/useWords";
import type { Layout } from "../browser/layout";
import { DialogActions } from "./DialogActions";
import { DialogTrouble } from "./DialogTrouble";
import { StaffDialog } from "./StaffDialog";

export interface ActFrameProps {
  layout: Layout;
  title: string;
  /** What it is done to. */
  sub: string;
  confirmText: string;
  /** Absent = may be confirmed; otherwise why not, in the button itself. */
  blocked?: string | undefined;
  busy: boolean;
  danger?: boolean;
  /** What the last try threw. */
  trouble: unknown;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** A dialog in which one act is done: what went wrong above. */
export function ActFrame(props: PropsWithChildren<ActFrameProps>) {
  const { layout, title, sub, confirmText, blocked, busy, danger, trouble, onClose, onConfirm, children } =
    props;
  const { language } = useWords();
  const confirm = () => void onConfirm();
  return (
    <StaffDialog
      layout={layout}
      title={title}
      sub={sub}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={confirmText}
          blocked={blocked}
          busy={busy}
          danger={danger === true}
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

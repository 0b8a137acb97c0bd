import { View } from "@tarojs/components";
import type { PropsWithChildren } from "react";
import type { CycleDetail } from "@talent/shared/contract/schemas/cycles";
import type { Layout } from "../../../components/staff/browser/layout";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { StaffCycleAct } from "./acts";
import { staffCycleTexts } from "./texts";

/** What every dialog of the page gets. */
export interface CycleDialogProps {
  layout: Layout;
  cycle: CycleDetail;
  onClose: () => void;
  onDone: (changed: CycleDetail) => void;
}

export interface CycleDialogFrameProps extends Omit<CycleDialogProps, "onDone"> {
  act: StaffCycleAct;
  confirmText: string;
  /** Absent = may be confirmed; otherwise why not. */
  blocked: string | undefined;
  busy: boolean;
  trouble: unknown;
  onConfirm: () => Promise<void>;
}

/** A dialog for one act: what went wrong above, what follows below. */
export function CycleDialogFrame(props: PropsWithChildren<CycleDialogFrameProps>) {
  const { layout, cycle, act, confirmText, blocked, busy, trouble, onClose, onConfirm, children } = props;
  const t = useTexts(staffCycleTexts);
  const { language } = useWords();
  const confirm = () => void onConfirm();
  return (
    <StaffDialog
      layout={layout}
      title={t.did[act]}
      sub={`${cycle.maskedName}　${cycle.employerName}`}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={confirmText}
          blocked={blocked}
          busy={busy}
          danger={act === "end"}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble === undefined ? undefined : errorSentence(trouble, language)} />
      {children}
      <View className="t-s ink-2 mt-3">{t.follows[act]}</View>
    </StaffDialog>
  );
}

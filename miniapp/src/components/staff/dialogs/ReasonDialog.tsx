import { View } from "@tarojs/components";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ACTION_CONFIRMATIONS, ACTION_LABELS } from "@talent/shared/labels/requests";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { Layout } from "../browser/layout";
import { dialogTexts } from "../texts/dialogTexts";
import { DialogActions } from "./DialogActions";
import { DialogTrouble } from "./DialogTrouble";
import { LabelledText } from "./LabelledText";
import { StaffDialog } from "./StaffDialog";

export type ReasonAction = "reject" | "markOutOfScope" | "returnToDispatch" | "recordProgress";

export interface ReasonDialogProps {
  layout: Layout;
  action: ReasonAction;
  requestId: string;
  sub: string;
  busy: boolean;
  trouble: string | undefined;
  onClose: () => void;
  /** Resolves true when it was done; the words are then forgotten. */
  onConfirm: (written: { text: string; responsible: string }) => Promise<boolean>;
}

const RESPONSIBLE_LENGTH = 100;

/** An act that needs words: who reads them, and what follows. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { layout, action, requestId, sub, busy, trouble, onClose, onConfirm } = props;
  const t = useTexts(dialogTexts);
  const words = useWords();
  const draft = useDraft(`${action}:${requestId}`, { text: "", responsible: "" });
  const progress = action === "recordProgress";
  const { text, responsible } = draft.values;
  const blocked =
    text.trim() === ""
      ? progress
        ? t.reason.neededProgress
        : t.reason.needed
      : action === "markOutOfScope" && responsible.trim() === ""
        ? t.reason.neededResponsible
        : undefined;
  const confirm = () => {
    if (blocked !== undefined) return;
    void onConfirm({ text: text.trim(), responsible: responsible.trim() }).then(
      (done) => done && draft.clear(),
    );
  };
  const confirmation = ACTION_CONFIRMATIONS[action];
  return (
    <StaffDialog
      layout={layout}
      title={words.say(ACTION_LABELS[action])}
      sub={sub}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={t.reason.confirm[action]}
          blocked={blocked}
          busy={busy}
          danger={action === "reject" || action === "returnToDispatch"}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble} />
      <LabelledText
        label={t.reason[action]}
        value={text}
        most={progress ? BOUNDS.note : BOUNDS.reason}
        placeholder={progress ? t.reason.progressPlaceholder : t.reason.placeholder}
        lines="several"
        onChange={(value) => draft.set("text", value)}
      />
      {action === "markOutOfScope" ? (
        <LabelledText
          label={t.reason.responsible}
          value={responsible}
          most={RESPONSIBLE_LENGTH}
          placeholder={t.reason.responsiblePlaceholder}
          onChange={(value) => draft.set("responsible", value)}
        />
      ) : null}
      <View className="t-s ink-2 mt-3">{t.reason.told[action]}</View>
      {confirmation === undefined ? null : <View className="t-s ink-2 mt-1">{words.say(confirmation)}</View>}
    </StaffDialog>
  );
}

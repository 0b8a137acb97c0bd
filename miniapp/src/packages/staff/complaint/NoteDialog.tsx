import { View } from "@tarojs/components";
import { COMPLAINT_BOUNDS } from "@talent/shared/domain/complaints";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

/** What was found so far, for whoever handles it. */
export function NoteDialog({ layout, complaint, onClose, onDone }: ComplaintDialogProps) {
  const t = useTexts(staffComplaintTexts);
  const { language } = useWords();
  const draft = useDraft(`complaint-note:${complaint.id}`, { note: "" });
  const write = useWrite("complaints.note");
  const note = draft.values.note.trim();
  const confirm = async () => {
    if (note === "") return;
    const done = await write.run({ params: { id: complaint.id }, body: { note } });
    if (done === undefined) return;
    draft.clear();
    onDone(done.data);
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.did.note}
      sub={complaint.number}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <DialogActions
          confirmText={t.note.confirm}
          blocked={note === "" ? t.note.blocked : undefined}
          busy={write.busy}
          onConfirm={() => void confirm()}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={write.error === undefined ? undefined : errorSentence(write.error, language)} />
      <LabelledText
        label={t.note.label}
        placeholder={t.note.placeholder}
        value={draft.values.note}
        most={COMPLAINT_BOUNDS.note}
        lines="several"
        onChange={(value) => draft.set("note", value)}
      />
      <View className="t-s ink-2 mt-3">{t.note.lead}</View>
    </StaffDialog>
  );
}

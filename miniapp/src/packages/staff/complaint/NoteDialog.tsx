import { View } from "@tarojs/components";
import { COMPLAINT_BOUNDS } from "@talent/shared/domain/complaints";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { ComplaintDialogFrame } from "./ComplaintDialogFrame";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

/** What was found so far, for whoever handles it. */
export function NoteDialog({ layout, complaint, onClose, onDone }: ComplaintDialogProps) {
  const t = useTexts(staffComplaintTexts);
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
    <ComplaintDialogFrame
      layout={layout}
      complaint={complaint}
      act="note"
      confirmText={t.note.confirm}
      blocked={note === "" ? t.note.blocked : undefined}
      busy={write.busy}
      trouble={write.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <LabelledText
        label={t.note.label}
        placeholder={t.note.placeholder}
        value={draft.values.note}
        most={COMPLAINT_BOUNDS.note}
        lines="several"
        onChange={(value) => draft.set("note", value)}
      />
      <View className="t-s ink-2 mt-3">{t.note.lead}</View>
    </ComplaintDialogFrame>
  );
}

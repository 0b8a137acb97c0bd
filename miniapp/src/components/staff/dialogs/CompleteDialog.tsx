import { View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useTexts } from "../../../i18n/texts";
import { ResultPoint } from "../../talent/ResultPoint";
import type { Layout } from "../browser/layout";
import { answersOf, type PointAnswer, type PointDraft } from "../case/pointDrafts";
import { dialogTexts } from "../texts/dialogTexts";
import { DialogActions } from "./DialogActions";
import { DialogTrouble } from "./DialogTrouble";
import { StaffDialog } from "./StaffDialog";

export interface CompleteDialogProps {
  layout: Layout;
  sub: string;
  points: RequestDetail["points"];
  drafts: readonly PointDraft[];
  busy: boolean;
  trouble: string | undefined;
  onClose: () => void;
  onConfirm: (answers: PointAnswer[]) => void;
}

/** The answers once more as the applicant will read them, before they can no longer be changed. */
export function CompleteDialog({
  layout,
  sub,
  points,
  drafts,
  busy,
  trouble,
  onClose,
  onConfirm,
}: CompleteDialogProps) {
  const t = useTexts(dialogTexts);
  const answers = answersOf(drafts);
  const solved = answers.filter((answer) => answer.outcome === "done").length;
  const confirm = () => onConfirm(answers);
  return (
    <StaffDialog
      layout={layout}
      title={t.complete.title}
      sub={sub}
      footNote={t.complete.foot}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions confirmText={t.complete.confirm} busy={busy} onConfirm={confirm} onCancel={onClose} />
      }
    >
      <DialogTrouble text={trouble} />
      <View className="t-s ink-2">{t.complete.lead}</View>
      {answers.map((answer, index) => (
        <ResultPoint key={index} first={index === 0} point={{ text: points[index]?.text ?? "", ...answer }} />
      ))}
      <View className="t-s ink-2 mt-3">{t.complete.solved(solved, answers.length)}</View>
      <View className="t-s ink-2 mt-1">{t.complete.invited}</View>
    </StaffDialog>
  );
}

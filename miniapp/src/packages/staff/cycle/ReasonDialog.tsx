import { CYCLE_BOUNDS } from "@talent/shared/domain/cycles";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { wordsNeeded } from "./acts";
import { CycleDialogFrame, type CycleDialogProps } from "./CycleDialogFrame";
import { staffCycleTexts } from "./texts";
import { useReasonedAct, type ReasonedAct } from "./useReasonedAct";

/** An act with its reason, where it needs one. */
export function ReasonDialog({ act, cycle, onDone, ...frame }: CycleDialogProps & { act: ReasonedAct }) {
  const t = useTexts(staffCycleTexts);
  const draft = useDraft(`cycle-${act}:${cycle.id}`, { reason: "" });
  const { send, busy, error } = useReasonedAct(cycle.id);
  const words = wordsNeeded(act, cycle.evaluation !== undefined);
  const reason = draft.values.reason.trim();
  const blocked = words === "needed" && reason === "" ? t.write : undefined;
  const confirm = async () => {
    if (blocked !== undefined) return;
    const done = await send(act, reason);
    if (done === undefined) return;
    draft.clear();
    onDone(done.data);
  };
  return (
    <CycleDialogFrame
      {...frame}
      cycle={cycle}
      act={act}
      confirmText={t.did[act]}
      blocked={blocked}
      busy={busy}
      trouble={error}
      onConfirm={confirm}
    >
      {words === "none" ? null : (
        <LabelledText
          label={t.reason}
          placeholder={t.reasonHint}
          value={draft.values.reason}
          most={CYCLE_BOUNDS.reason}
          lines="several"
          onChange={(value) => draft.set("reason", value)}
        />
      )}
    </CycleDialogFrame>
  );
}

import type { Input } from "../../../api/client";
import { BOUNDS, DEFAULT_LIMITS } from "@talent/shared/domain/limits";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { workDialogTexts } from "../texts/workDialogTexts";
import { DaysChoice } from "./DaysChoice";
import { ActDialog } from "./ActDialog";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";

type Supervision = NonNullable<Input<"requests.supervise">["body"]>;

const DAYS = [1, 2, 3, 5] as const;

/** 督办: what is demanded, and until when it has to be answered. */
export function SuperviseDialog(props: CaseDialogProps<Supervision>) {
  const { request, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).supervise;
  const empty = { note: "", days: DEFAULT_LIMITS.supervisionDays };
  const draft = useDraft(`supervise:${request.id}`, empty);
  const { days } = draft.values;
  const note = draft.values.note.trim();
  const blocked = note === "" ? t.needed : undefined;
  const confirm = () => {
    void onConfirm({ note, workingDays: days }).then((done) => done && draft.clear());
  };
  return (
    <ActDialog
      frame={frame}
      action="supervise"
      confirmText={t.confirm(days)}
      blocked={blocked}
      onConfirm={confirm}
    >
      <LabelledText
        label={t.note}
        value={draft.values.note}
        most={BOUNDS.note}
        placeholder={t.notePlaceholder}
        lines="several"
        onChange={(value) => draft.set("note", value)}
      />
      <DaysChoice
        label={t.days}
        choices={DAYS}
        value={days}
        dayText={t.day}
        onChange={(value) => draft.set("days", value)}
      />
    </ActDialog>
  );
}

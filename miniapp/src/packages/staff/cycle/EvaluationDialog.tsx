import { View } from "@tarojs/components";
import { CYCLE_BOUNDS, EVALUATION_GRADES, type EvaluationGrade } from "@talent/shared/domain/cycles";
import { EVALUATION_GRADE_LABELS } from "@talent/shared/labels/cycles";
import { Segmented } from "../../../components/form/Choices";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { CycleDialogFrame, type CycleDialogProps } from "./CycleDialogFrame";
import { staffCycleTexts } from "./texts";

interface Written {
  fullTime: "yes" | "no" | "";
  grade: EvaluationGrade | "";
  opinion: string;
}

/** The employer's evaluation (DB50/T 1733 §5.3); what is typed stays on the device until it is handed in. */
export function EvaluationDialog({ cycle, onDone, ...frame }: CycleDialogProps) {
  const t = useTexts(staffCycleTexts);
  const words = useWords();
  const draft = useDraft<Written>(`cycle-evaluation:${cycle.id}`, { fullTime: "", grade: "", opinion: "" });
  const write = useWrite("cycles.submitEvaluation");
  const { fullTime, grade, opinion } = draft.values;
  const said = opinion.trim();
  const blocked =
    fullTime === "" ? t.pickFullTime : grade === "" ? t.pickGrade : said === "" ? t.writeOpinion : undefined;
  const confirm = async () => {
    if (blocked !== undefined || grade === "") return;
    const attachmentIds = cycle.draft?.attachments.map(({ id }) => id) ?? [];
    const body = { stillFullTime: fullTime === "yes", grade, opinion: said, attachmentIds };
    const done = await write.run({ params: { id: cycle.id }, body });
    if (done === undefined) return;
    draft.clear();
    onDone(done.data);
  };
  return (
    <CycleDialogFrame
      {...frame}
      cycle={cycle}
      act="submitEvaluation"
      confirmText={t.submit}
      blocked={blocked}
      busy={write.busy}
      trouble={write.error}
      onConfirm={confirm}
    >
      <View className="b mb-2">{t.fullTime}</View>
      <Segmented<"yes" | "no">
        label={t.fullTime}
        choices={[
          { value: "yes", label: t.fullTimeYes },
          { value: "no", label: t.fullTimeNo },
        ]}
        value={fullTime === "" ? undefined : fullTime}
        onChange={(value) => draft.set("fullTime", value)}
      />
      <View className="b mt-3 mb-2">{t.grade}</View>
      <Segmented<EvaluationGrade>
        label={t.grade}
        choices={EVALUATION_GRADES.map((value) => ({
          value,
          label: words.say(EVALUATION_GRADE_LABELS[value]),
        }))}
        value={grade === "" ? undefined : grade}
        onChange={(value) => draft.set("grade", value)}
      />
      <LabelledText
        label={t.opinion}
        placeholder={t.opinionHint}
        value={opinion}
        most={CYCLE_BOUNDS.opinion}
        lines="several"
        onChange={(value) => draft.set("opinion", value)}
      />
    </CycleDialogFrame>
  );
}

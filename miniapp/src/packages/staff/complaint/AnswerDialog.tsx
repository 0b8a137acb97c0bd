import { View } from "@tarojs/components";
import {
  COMPLAINT_BOUNDS,
  RESULTS_WITH_MEASURES,
  type ComplaintResult,
} from "@talent/shared/domain/complaints";
import { COMPLAINT_RESULT_LABELS } from "@talent/shared/labels/complaints";
import { Segmented } from "../../../components/form/Choices";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { useDraft } from "../../../hooks/useDraft";
import { useWrite } from "../../../hooks/useWrite";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { ComplaintDialogFrame } from "./ComplaintDialogFrame";
import type { ComplaintDialogProps } from "./dialogProps";
import { staffComplaintTexts } from "./texts";

interface Written {
  result: ComplaintResult | "";
  text: string;
  measures: string;
}

/** What is still missing before it can be sent, in the words of the button. */
function useBlocked({ result, text, measures }: Written): string | undefined {
  const t = useTexts(staffComplaintTexts);
  if (result === "") return t.answer.pick;
  if (text.trim() === "") return t.answer.write;
  return RESULTS_WITH_MEASURES.includes(result) && measures.trim() === ""
    ? t.answer.writeMeasures
    : undefined;
}

/** What was found, in words to the writer, and what is done about it. */
export function AnswerDialog({ layout, complaint, onClose, onDone }: ComplaintDialogProps) {
  const t = useTexts(staffComplaintTexts);
  const words = useWords();
  const draft = useDraft<Written>(`complaint-answer:${complaint.id}:${complaint.round}`, {
    result: "",
    text: "",
    measures: "",
  });
  const write = useWrite("complaints.answer");
  const { result, text, measures } = draft.values;
  const blocked = useBlocked(draft.values);
  const confirm = async () => {
    if (blocked !== undefined || result === "") return;
    const said = measures.trim();
    const body = { result, text: text.trim(), ...(said === "" ? {} : { measures: said }) };
    const done = await write.run({ params: { id: complaint.id }, body });
    if (done === undefined) return;
    draft.clear();
    onDone(done.data);
  };
  return (
    <ComplaintDialogFrame
      layout={layout}
      complaint={complaint}
      act="answer"
      confirmText={t.answer.confirm}
      blocked={blocked}
      busy={write.busy}
      trouble={write.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Segmented<ComplaintResult>
        label={t.answer.result}
        choices={complaint.results.map((value) => ({
          value,
          label: words.say(COMPLAINT_RESULT_LABELS[value]),
        }))}
        value={result === "" ? undefined : result}
        onChange={(value) => draft.set("result", value)}
      />
      <LabelledText
        label={t.answer.text}
        placeholder={t.answer.placeholder}
        value={text}
        most={COMPLAINT_BOUNDS.answer}
        lines="several"
        onChange={(value) => draft.set("text", value)}
      />
      <LabelledText
        label={t.answer.measures}
        placeholder={t.answer.measuresPlaceholder}
        value={measures}
        most={COMPLAINT_BOUNDS.measures}
        lines="several"
        onChange={(value) => draft.set("measures", value)}
      />
      <View className="t-s ink-2 mt-3">{t.answer.lead}</View>
    </ComplaintDialogFrame>
  );
}

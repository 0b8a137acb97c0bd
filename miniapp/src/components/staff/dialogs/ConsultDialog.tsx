import type { PostChoice } from "@talent/shared/contract/schemas/catalogue";
import { BOUNDS, DEFAULT_LIMITS } from "@talent/shared/domain/limits";
import type { Input } from "../../../api/client";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import { DaysChoice } from "./DaysChoice";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";
import { PostField } from "./PostField";

type Consultation = NonNullable<Input<"requests.consult">["body"]>;

const DAYS = [1, 2, 3, 5] as const;

export interface ConsultDialogProps extends CaseDialogProps<Consultation> {
  posts: readonly PostChoice[] | undefined;
}

/** 征求其他单位意见: whom, what, and until when; the clock of the case runs on. */
export function ConsultDialog(props: ConsultDialogProps) {
  const { request, posts, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).consult;
  const days = useTexts(workDialogTexts).supervise;
  const empty = { postId: "", question: "", days: DEFAULT_LIMITS.consultationDays };
  const draft = useDraft(`consult:${request.id}`, empty);
  const { values, set } = draft;
  const question = values.question.trim();
  const chosen = posts?.find((post) => post.id === values.postId);
  const confirm = () =>
    void onConfirm({ postId: values.postId, question, workingDays: values.days }).then(
      (done) => done && draft.clear(),
    );
  return (
    <ActDialog
      frame={frame}
      action="consult"
      confirmText={t.confirm(chosen?.departmentName ?? "")}
      blocked={chosen === undefined ? t.pick : question === "" ? t.needed : undefined}
      footNote={t.rule}
      onConfirm={confirm}
    >
      <PostField
        label={t.post}
        posts={posts}
        value={values.postId}
        onChange={(postId) => set("postId", postId)}
      />
      <LabelledText
        label={t.question}
        value={values.question}
        most={BOUNDS.note}
        placeholder={t.questionPlaceholder}
        lines="several"
        onChange={(value) => set("question", value)}
      />
      <DaysChoice
        label={t.days}
        choices={DAYS}
        value={values.days}
        dayText={days.day}
        onChange={(value) => set("days", value)}
      />
    </ActDialog>
  );
}

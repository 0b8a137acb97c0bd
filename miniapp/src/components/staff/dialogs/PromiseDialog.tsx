import { View } from "@tarojs/components";
import { addDays } from "@talent/shared/calendar/dates";
import type { Input } from "../../../api/client";
import { CASE_WORK_BOUNDS } from "@talent/shared/domain/caseWork";
import { BOUNDS } from "@talent/shared/domain/limits";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { DateField } from "../../form/Picker";
import { caseWorkTexts } from "../texts/caseWorkTexts";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import { AskedBefore } from "./AskedBefore";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";

type Promised = NonNullable<Input<"requests.answerUrge">["body"]>;

/** 答复催办: a day that the applicant is promised, and words to it. */
export function PromiseDialog(props: CaseDialogProps<Promised>) {
  const { request, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).promise;
  const work = useTexts(caseWorkTexts);
  const words = useWords();
  const urge = request.urges.find(({ answeredAt }) => answeredAt === undefined);
  const draft = useDraft(`answerUrge:${request.id}`, { on: request.limit?.dueOn ?? "", note: "" });
  const on = draft.values.on < words.todayOn ? "" : draft.values.on;
  const note = draft.values.note.trim();
  const blocked = on === "" ? t.neededDate : note === "" ? t.needed : undefined;
  const dueOn = request.limit?.dueOn;
  const confirm = () => {
    void onConfirm({ promisedOn: on, note }).then((done) => done && draft.clear());
  };
  return (
    <ActDialog
      frame={frame}
      action="answerUrge"
      confirmText={t.confirm(words.date(on))}
      blocked={blocked}
      onConfirm={confirm}
    >
      {urge === undefined ? null : (
        <AskedBefore who={`${work.urge}　${words.moment(urge.at)}`} text={urge.note ?? work.urgeSilent} />
      )}
      <DateField
        label={t.on}
        value={on === "" ? undefined : on}
        shown={on === "" ? undefined : words.date(on)}
        placeholder={t.onPlaceholder}
        from={words.todayOn}
        to={addDays(words.todayOn, CASE_WORK_BOUNDS.promiseDays)}
        onChange={(value) => draft.set("on", value)}
      />
      {dueOn !== undefined && on > dueOn ? (
        <View className="t-s amber mt-1">{t.afterDue(words.date(dueOn))}</View>
      ) : null}
      <LabelledText
        label={t.note}
        value={draft.values.note}
        most={BOUNDS.note}
        placeholder={t.notePlaceholder}
        lines="several"
        onChange={(value) => draft.set("note", value)}
      />
    </ActDialog>
  );
}

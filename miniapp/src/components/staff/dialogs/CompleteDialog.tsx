import { Text, View } from "@tarojs/components";
import type { ReplyWarningView } from "@talent/shared/contract/schemas/caseWork";
import { BOUNDS } from "@talent/shared/domain/limits";
import { REPLY_WARNING_SENTENCES } from "@talent/shared/labels/caseWork";
import { useState } from "react";
import type { Input } from "../../../api/client";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { StatusMark } from "../../base/StatusMark";
import { Tap } from "../../base/Tap";
import { Consent } from "../../form/Consent";
import { ResultPoint } from "../../talent/ResultPoint";
import { answersOf, type PointDraft } from "../case/pointDrafts";
import { dialogTexts } from "../texts/dialogTexts";
import { workDialogTexts } from "../texts/workDialogTexts";
import { DialogActions } from "./DialogActions";
import type { CaseDialogProps } from "./dialogProps";
import { DialogTrouble } from "./DialogTrouble";
import { LabelledText } from "./LabelledText";
import { StaffDialog } from "./StaffDialog";
import { useReplyCheck, type ReplyCheck } from "./useReplyCheck";

type Completion = NonNullable<Input<"requests.complete">["body"]>;

export interface CompleteDialogProps extends CaseDialogProps<Completion> {
  drafts: readonly PointDraft[];
}

function Warnings({ warnings }: { warnings: readonly ReplyWarningView[] }) {
  const { say } = useWords();
  return (
    <View className="cw-warns">
      {warnings.map(({ code }) => (
        <View key={code} className="row t-s amber">
          <StatusMark shape="near" className="sf-mark-r" />
          <Text className="grow">{say(REPLY_WARNING_SENTENCES[code])}</Text>
        </View>
      ))}
    </View>
  );
}

/** How the check of the answers stands, and the tick by which the writer stands by them. */
function CheckLine({
  check,
  stands,
  onStand,
  onAgain,
}: {
  check: ReplyCheck;
  stands: boolean;
  onStand: (stands: boolean) => void;
  onAgain: () => void;
}) {
  const t = useTexts(workDialogTexts).check;
  if (check.state === "checking") return <View className="t-s ink-2 mt-2">{t.checking}</View>;
  if (check.state === "failed")
    return (
      <View className="row row-between t-s ink-2 mt-2">
        <Text className="grow">{t.failed}</Text>
        <Tap className="sf-link-hit sf-link" onTap={onAgain}>
          <Text>{t.again}</Text>
        </Tap>
      </View>
    );
  if (check.warnings.length === 0) return <View className="t-s ink-2 mt-2">{t.clean}</View>;
  return (
    <View className="mt-2">
      <View className="b">{t.found(check.warnings.length)}</View>
      <Consent first anchor="stand-by-answers" text={t.stand} given={stands} onChange={onStand} />
    </View>
  );
}

/** The answers once more as the applicant will read them, with what may be wrong, before they can no longer be changed. */
export function CompleteDialog(props: CompleteDialogProps) {
  const { layout, request, drafts, sub, busy, trouble, onClose, onConfirm } = props;
  const t = useTexts(dialogTexts);
  const work = useTexts(workDialogTexts).check;
  const answers = answersOf(drafts);
  const solved = answers.filter((answer) => answer.outcome === "done").length;
  const { check, run } = useReplyCheck(request.id, answers);
  const [stands, setStands] = useState(false);
  const [reason, setReason] = useState("");
  const warnings = check.state === "checked" ? check.warnings : [];
  const open = request.subtasks.filter(({ answeredAt }) => answeredAt === undefined).length;
  const openSubtasksReason = reason.trim();
  const blocked =
    check.state === "checking"
      ? work.checking
      : warnings.length > 0 && !stands
        ? work.standFirst
        : open > 0 && openSubtasksReason === ""
          ? work.subtasksNeeded
          : undefined;
  const confirm = () => {
    if (blocked !== undefined) return;
    const confirmWarnings = [...new Set(warnings.map(({ code }) => code))];
    void onConfirm({ answers, confirmWarnings, ...(open === 0 ? {} : { openSubtasksReason }) });
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.complete.title}
      sub={sub}
      footNote={t.complete.foot}
      onClose={onClose}
      onConfirm={confirm}
      actions={
        <DialogActions
          confirmText={t.complete.confirm}
          cancelText={warnings.length > 0 ? work.back : undefined}
          blocked={blocked}
          busy={busy}
          onConfirm={confirm}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble} />
      <View className="t-s ink-2">{t.complete.lead}</View>
      {answers.map((answer, index) => (
        <View key={index}>
          <ResultPoint first={index === 0} point={{ text: request.points[index]?.text ?? "", ...answer }} />
          <Warnings warnings={warnings.filter(({ point }) => point === index)} />
        </View>
      ))}
      <CheckLine check={check} stands={stands} onStand={setStands} onAgain={run} />
      {open === 0 ? null : (
        <>
          <View className="b mt-3">{work.openSubtasks(open)}</View>
          <LabelledText
            label={work.subtasksReason}
            value={reason}
            most={BOUNDS.reason}
            placeholder={work.subtasksPlaceholder}
            lines="several"
            onChange={setReason}
          />
        </>
      )}
      <View className="t-s ink-2 mt-3">{t.complete.solved(solved, answers.length)}</View>
      <View className="t-s ink-2 mt-1">{t.complete.invited}</View>
    </StaffDialog>
  );
}

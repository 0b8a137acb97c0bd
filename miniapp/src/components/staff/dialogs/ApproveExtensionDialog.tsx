import { View } from "@tarojs/components";
import { dateInShanghai } from "@talent/shared/calendar/dates";
import { ACTION_LABELS } from "@talent/shared/labels/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import { AskedBefore } from "./AskedBefore";
import type { CaseDialogProps } from "./dialogProps";

/** 同意延期: what was asked and why, and the day it leads to. */
export function ApproveExtensionDialog(props: CaseDialogProps<undefined>) {
  const { request, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).extension;
  const words = useWords();
  const { extension, limit } = request;
  if (extension === undefined) return null;
  const dueOn =
    extension.dueAtIfApproved === undefined ? undefined : dateInShanghai(new Date(extension.dueAtIfApproved));
  const confirm = () => void onConfirm(undefined);
  return (
    <ActDialog
      frame={frame}
      action="approveExtension"
      confirmText={
        dueOn === undefined ? words.say(ACTION_LABELS.approveExtension) : t.approve(words.date(dueOn))
      }
      onConfirm={confirm}
    >
      <AskedBefore
        who={t.asked(extension.askedBy, words.moment(extension.askedAt))}
        text={extension.reason}
      />
      <View className="row row-between mt-3">
        {limit?.dueOn === undefined ? null : (
          <View className="ink-2">{t.dueNow(words.date(limit.dueOn))}</View>
        )}
        {dueOn === undefined ? null : <View className="b">{t.due(words.date(dueOn))}</View>}
      </View>
    </ActDialog>
  );
}

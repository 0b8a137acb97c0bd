import { Text, View } from "@tarojs/components";
import type { Input } from "../../../api/client";
import { BOUNDS } from "@talent/shared/domain/limits";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { Tap } from "../../base/Tap";
import { Icon } from "../../base/Icon";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";

type Extension = NonNullable<Input<"requests.askExtension">["body"]>;

const FIRST_CHOICE = 5;

/** One more or one less, with what it leads to at the right. */
function Stepper({
  days,
  most,
  dayText,
  onChange,
}: {
  days: number;
  most: number;
  dayText: (days: number) => string;
  onChange: (days: number) => void;
}) {
  return (
    <View className="row">
      <Tap
        className="cw-step"
        label={dayText(days - 1)}
        disabled={days <= 1}
        onTap={() => onChange(days - 1)}
      >
        <Icon name="minus" size="s" colour={days <= 1 ? "ink-3" : "ink"} />
      </Tap>
      <Text className="num cw-step-n">{dayText(days)}</Text>
      <Tap
        className="cw-step"
        label={dayText(days + 1)}
        disabled={days >= most}
        onTap={() => onChange(days + 1)}
      >
        <Icon name="plus" size="s" colour={days >= most ? "ink-3" : "ink"} />
      </Tap>
    </View>
  );
}

/** 申请延期: how long, until when that would be, and why. */
export function ExtensionDialog(props: CaseDialogProps<Extension>) {
  const { request, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).extension;
  const words = useWords();
  const dues = request.extensionDues ?? [];
  const most = Math.max(1, dues.length);
  const draft = useDraft(`askExtension:${request.id}`, { days: Math.min(FIRST_CHOICE, most), reason: "" });
  const days = Math.min(draft.values.days, most);
  const reason = draft.values.reason.trim();
  const blocked = reason === "" ? t.needed : undefined;
  const dueOn = dues[days - 1];
  const confirm = () => {
    void onConfirm({ workingDays: days, reason }).then((done) => done && draft.clear());
  };
  return (
    <ActDialog
      frame={frame}
      action="askExtension"
      confirmText={t.confirm(days)}
      blocked={blocked}
      footNote={t.rule(most)}
      onConfirm={confirm}
    >
      <View className="t-s ink-2 mb-2">{t.days}</View>
      <View className="row row-between row-wrap">
        <Stepper days={days} most={most} dayText={t.day} onChange={(next) => draft.set("days", next)} />
        <View className="cw-due">
          {dueOn === undefined ? null : <View className="b">{t.due(words.date(dueOn))}</View>}
          {request.limit?.dueOn === undefined ? null : (
            <View className="t-s ink-2">{t.dueNow(words.date(request.limit.dueOn))}</View>
          )}
        </View>
      </View>
      <LabelledText
        label={t.reason}
        value={draft.values.reason}
        most={BOUNDS.reason}
        placeholder={t.reasonPlaceholder}
        lines="several"
        onChange={(value) => draft.set("reason", value)}
      />
      <View className="t-s ink-2 mt-3">{t.decides}</View>
    </ActDialog>
  );
}

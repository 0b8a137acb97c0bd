import { View } from "@tarojs/components";
import { Banner } from "../../../../components/staff/Banner";
import { StaffButton } from "../../../../components/staff/StaffButton";
import { Consent } from "../../../../components/form/Consent";
import { useTexts } from "../../../../i18n/texts";
import { useWords } from "../../../../i18n/useWords";
import { errorSentence } from "../../../../i18n/errorWords";
import { calendarTexts } from "../texts";
import type { Import } from "./useImport";

export interface PreviewActionsProps {
  form: Import;
  restoring: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** Not, or into force: the words say how many cases are computed anew. */
export function PreviewActions({ form, restoring, onDone, onCancel }: PreviewActionsProps) {
  const t = useTexts(calendarTexts);
  const moved = form.preview?.counts?.moved ?? 0;
  const lacksSource =
    !restoring && form.draft.source.trim() === "" && (form.preview?.proposed?.source ?? "") === "";
  const act = async () => {
    if (await form.confirm()) onDone();
  };
  return (
    <View className="row cd-acts">
      <StaffButton text={restoring ? t.cancelRestore : t.cancel} onTap={onCancel} />
      <StaffButton
        className="ml-3"
        kind="primary"
        id="calendar-confirm"
        text={lacksSource ? t.needsSource : restoring ? t.confirmRestore(moved) : t.confirm(moved)}
        disabled={lacksSource || form.outdated}
        busyText={form.confirming ? t.confirming : undefined}
        onTap={() => void act()}
      />
    </View>
  );
}

/** Whether the people are told, and what went wrong. */
export function TellChoice({ form }: { form: Import }) {
  const t = useTexts(calendarTexts);
  const words = useWords();
  const counts = form.preview?.counts;
  return (
    <View className="mt-3">
      {form.outdated ? (
        <Banner
          tone="amber"
          icon="alert"
          text={t.changed}
          action={{ text: t.again, onTap: () => void form.show(1) }}
        />
      ) : form.error === undefined ? null : (
        <Banner tone="brick" icon="alert" text={errorSentence(form.error, words.language)} />
      )}
      {counts === undefined || counts.moved === 0 ? null : (
        <Consent
          first
          given={form.tell}
          text={t.tell(counts.talents, counts.staff)}
          onChange={form.setTell}
        />
      )}
      <View className="t-s ink-2 mt-1">{t.kept}</View>
    </View>
  );
}

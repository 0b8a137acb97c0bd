import type { Input } from "../../../api/client";
import { BOUNDS } from "@talent/shared/domain/limits";
import { ACTION_BUTTONS } from "@talent/shared/labels/requests";
import { useDraft } from "../../../hooks/useDraft";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { workDialogTexts } from "../texts/workDialogTexts";
import { ActDialog } from "./ActDialog";
import type { CaseDialogProps } from "./dialogProps";
import { LabelledText } from "./LabelledText";

type OutOfScope = NonNullable<Input<"requests.markOutOfScope">["body"]>;

const OFFICE_LENGTH = 100;
const PHONE_LENGTH = 30;
/** The contract's own rule for a telephone number. */
const PHONE = /^[0-9+][0-9\-（）() 转]{4,29}$/;

/** 不属于服务范围: why, who is responsible, and to whom it was handed on (DB50/T 1733 §6.4.6). */
export function OutOfScopeDialog(props: CaseDialogProps<OutOfScope>) {
  const { request, onConfirm, ...frame } = props;
  const t = useTexts(workDialogTexts).outOfScope;
  const { say } = useWords();
  const empty = { reason: "", responsible: "", office: "", phone: "" };
  const draft = useDraft(`markOutOfScope:${request.id}`, empty);
  const [reason, responsible, office, phone] = [
    draft.values.reason,
    draft.values.responsible,
    draft.values.office,
    draft.values.phone,
  ].map((text) => text.trim()) as [string, string, string, string];
  const blocked =
    reason === ""
      ? t.needed
      : responsible === ""
        ? t.neededResponsible
        : phone !== "" && !PHONE.test(phone)
          ? t.badPhone
          : undefined;
  const confirm = () => {
    const transfer = { ...(office === "" ? {} : { office }), ...(phone === "" ? {} : { phone }) };
    void onConfirm({ reason, responsible, ...(office === "" ? {} : { transfer }) }).then(
      (done) => done && draft.clear(),
    );
  };
  return (
    <ActDialog
      frame={frame}
      action="markOutOfScope"
      confirmText={say(ACTION_BUTTONS.markOutOfScope)}
      blocked={blocked}
      onConfirm={confirm}
    >
      <LabelledText
        label={t.reason}
        value={draft.values.reason}
        most={BOUNDS.reason}
        placeholder={t.reasonPlaceholder}
        lines="several"
        onChange={(value) => draft.set("reason", value)}
      />
      <LabelledText
        label={t.responsible}
        value={draft.values.responsible}
        most={OFFICE_LENGTH}
        placeholder={t.responsiblePlaceholder}
        onChange={(value) => draft.set("responsible", value)}
      />
      <LabelledText
        label={t.transfer}
        value={draft.values.office}
        most={OFFICE_LENGTH}
        placeholder={t.transferPlaceholder}
        onChange={(value) => draft.set("office", value)}
      />
      {office === "" ? null : (
        <LabelledText
          label={t.phone}
          value={draft.values.phone}
          most={PHONE_LENGTH}
          placeholder={t.phonePlaceholder}
          onChange={(value) => draft.set("phone", value)}
        />
      )}
    </ActDialog>
  );
}

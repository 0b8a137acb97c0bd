import { View } from "@tarojs/components";
import { useState } from "react";
import type { StaffAccount } from "@talent/shared/contract/schemas/staffAccounts";
import { GRANTED_ROLES, type GrantedRole } from "@talent/shared/domain/roles";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import type { Layout } from "../../../components/staff/browser/layout";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { accountsTexts } from "./texts";

/** What is asked for once more. */
export type SureAct =
  { act: "withdraw"; grant: StaffAccount["roles"][number] } | { act: "disable" } | { act: "enable" };

interface Props {
  layout: Layout;
  account: StaffAccount;
  asked: SureAct;
  onClose: () => void;
  onDone: () => void;
}

const REASON_LENGTH = 200;

/** The role and scope of a held grant as the call takes them. */
function bodyOf(grant: StaffAccount["roles"][number], role: GrantedRole) {
  const { districtCode, departmentId, employerId } = grant;
  return {
    role,
    ...(districtCode === undefined ? {} : { districtCode }),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(employerId === undefined ? {} : { employerId }),
  };
}

function useSureCall(account: StaffAccount, asked: SureAct, reason: string) {
  const withdraw = useWrite("accounts.withdraw");
  const disable = useWrite("accounts.disable");
  const enable = useWrite("accounts.enable");
  const params = { id: account.id };
  const run = () => {
    if (asked.act === "disable") return disable.run({ params, body: { reason } });
    if (asked.act === "enable") return enable.run({ params, body: { reason } });
    const role = GRANTED_ROLES.find((known) => known === asked.grant.role);
    return role === undefined
      ? Promise.resolve(undefined)
      : withdraw.run({ params, body: bodyOf(asked.grant, role) });
  };
  return { ...{ withdraw, disable, enable }[asked.act], run };
}

/** Taking a role, switching off or on: with its consequence, and the reason for the log. */
export function SureDialog({ layout, account, asked, onClose, onDone }: Props) {
  const t = useTexts(accountsTexts);
  const words = useWords();
  const [reason, setReason] = useState("");
  const call = useSureCall(account, asked, reason.trim());
  const withdrawing = asked.act === "withdraw";
  const title = withdrawing
    ? t.withdrawOf(words.say(ROLE_LABELS[asked.grant.role]), account.name)
    : t[asked.act];
  const blocked = !withdrawing && reason.trim() === "" ? t.writeReason : undefined;
  const confirm = async () => {
    if (blocked !== undefined) return;
    const done = await call.run();
    if (done !== undefined) onDone();
  };
  return (
    <StaffDialog
      layout={layout}
      title={title}
      sub={account.name}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <DialogActions
          confirmText={withdrawing ? t.withdraw : t[asked.act]}
          blocked={blocked}
          busy={call.busy}
          danger={asked.act !== "enable"}
          onConfirm={() => void confirm()}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble
        text={call.error === undefined ? undefined : errorSentence(call.error, words.language)}
      />
      <View>{t.sure[asked.act]}</View>
      {withdrawing ? null : (
        <LabelledText
          label={t.reason}
          placeholder={t.reasonPlaceholder}
          value={reason}
          most={REASON_LENGTH}
          lines="several"
          onChange={setReason}
        />
      )}
    </StaffDialog>
  );
}

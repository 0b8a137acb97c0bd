import { View } from "@tarojs/components";
import { useState } from "react";
import type { StaffAccount } from "@talent/shared/contract/schemas/staffAccounts";
import { DISTRICTS } from "@talent/shared/domain/districts";
import { GRANTED_ROLES, type GrantedRole, type GrantScope } from "@talent/shared/domain/roles";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import { SelectField } from "../../../components/form/Picker";
import type { Layout } from "../../../components/staff/browser/layout";
import { DialogActions } from "../../../components/staff/dialogs/DialogActions";
import { DialogTrouble } from "../../../components/staff/dialogs/DialogTrouble";
import { LabelledText } from "../../../components/staff/dialogs/LabelledText";
import { StaffDialog } from "../../../components/staff/dialogs/StaffDialog";
import { useQuery } from "../../../hooks/useQuery";
import { useWrite } from "../../../hooks/useWrite";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { grantBody, scopeOf, type GrantDraft } from "./grantDraft";
import { accountsTexts } from "./texts";

const NAME_LENGTH = 30;
const OFFICE_LENGTH = 60;

/** What a role can be held for, by the kind of scope. */
function useScopeChoices() {
  const { data, error } = useQuery("accounts.scopes");
  const named = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const choices: Record<GrantScope, { value: string; label: string }[]> = {
    district: DISTRICTS.map(({ code, name }) => ({ value: code, label: name })),
    department: named(data?.departments),
    employer: named(data?.employers),
  };
  return { choices, error };
}

interface Props {
  layout: Layout;
  account: StaffAccount;
  onClose: () => void;
  onDone: () => void;
}

/** A role with its scope, and the name under which the person works. */
export function GrantDialog({ layout, account, onClose, onDone }: Props) {
  const t = useTexts(accountsTexts);
  const words = useWords();
  const { name, office } = account;
  const [draft, setDraft] = useState<GrantDraft>({ role: "", scopeId: "", name, office });
  const write = useWrite("accounts.grant");
  const { choices, error } = useScopeChoices();
  const scope = scopeOf(draft);
  const { role } = draft;
  const unscoped = scope !== undefined && draft.scopeId === "";
  const unnamed = draft.name.trim() === "" ? t.grant.writeName : undefined;
  const blocked = role === "" ? t.grant.pickRole : unscoped ? t.grant.pickScope : unnamed;
  const trouble = write.error ?? error;
  const confirm = async () => {
    if (role === "" || blocked !== undefined) return;
    const done = await write.run({ params: { id: account.id }, body: grantBody(role, draft) });
    if (done !== undefined) onDone();
  };
  return (
    <StaffDialog
      layout={layout}
      title={t.grant.title}
      sub={account.name === "" ? t.number(account.id) : account.name}
      onClose={onClose}
      onConfirm={() => void confirm()}
      actions={
        <DialogActions
          confirmText={role === "" ? t.grant.title : t.grant.confirm(words.say(ROLE_LABELS[role]))}
          blocked={blocked}
          busy={write.busy}
          onConfirm={() => void confirm()}
          onCancel={onClose}
        />
      }
    >
      <DialogTrouble text={trouble === undefined ? undefined : errorSentence(trouble, words.language)} />
      <SelectField<GrantedRole>
        label={t.grant.role}
        placeholder={t.grant.chooseRole}
        choices={GRANTED_ROLES.map((value) => ({ value, label: words.say(ROLE_LABELS[value]) }))}
        value={role === "" ? undefined : role}
        onChange={(value) => setDraft({ ...draft, role: value, scopeId: "" })}
      />
      {scope === undefined ? null : (
        <SelectField
          label={t.grant.scope[scope]}
          placeholder={t.grant.chooseScope}
          choices={choices[scope]}
          value={draft.scopeId === "" ? undefined : draft.scopeId}
          onChange={(value) => setDraft({ ...draft, scopeId: value })}
        />
      )}
      <LabelledText
        label={t.grant.name}
        placeholder={t.grant.namePlaceholder}
        value={draft.name}
        most={NAME_LENGTH}
        onChange={(value) => setDraft({ ...draft, name: value })}
      />
      <LabelledText
        label={t.grant.office}
        placeholder={t.grant.officePlaceholder}
        value={draft.office}
        most={OFFICE_LENGTH}
        onChange={(value) => setDraft({ ...draft, office: value })}
      />
      <View className="t-s ink-2 mt-3">{t.grant.lead}</View>
    </StaffDialog>
  );
}

import { Text, View } from "@tarojs/components";
import type { StaffAccount } from "@talent/shared/contract/schemas/staffAccounts";
import { ROLE_LABELS } from "@talent/shared/labels/people";
import { Heading } from "../../../components/base/Heading";
import { Tag } from "../../../components/base/Tag";
import { StaffButton } from "../../../components/staff/StaffButton";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import type { SureAct } from "./SureDialog";
import { accountsTexts } from "./texts";

interface Props {
  account: StaffAccount;
  onGrant: () => void;
  onAsk: (asked: SureAct) => void;
}

/** One account with its roles and what can be done about them. */
export function AccountCard({ account, onGrant, onAsk }: Props) {
  const t = useTexts(accountsTexts);
  const { say } = useWords();
  const { name, office, roles, disabled, own } = account;
  return (
    <View className="cs-stack-p">
      <View className="row">
        <Heading className="b">{name === "" ? t.noName : name}</Heading>
        <Text className="t-s ink-2 ml-2 grow">{office}</Text>
        {own ? <Tag text={t.own} tone="pri" className="ml-2" /> : null}
        {disabled ? <Tag text={t.off} tone="brick" className="ml-2" /> : null}
      </View>
      <View className="t-xs ink-2">{t.number(account.id)}</View>
      {roles.map((grant, index) => {
        const scope = grant.districtName ?? grant.departmentName ?? grant.employerName;
        const role = say(ROLE_LABELS[grant.role]);
        return (
          <View key={`${grant.role}${index}`} className="row mt-2">
            <Text className="grow">{scope === undefined ? role : `${role}　${scope}`}</Text>
            {grant.role === "talent" ? null : (
              <StaffButton kind="text" text={t.withdraw} onTap={() => onAsk({ act: "withdraw", grant })} />
            )}
          </View>
        );
      })}
      <View className="row mt-2">
        <StaffButton kind="soft" text={t.add} className="mr-2" onTap={onGrant} />
        <StaffButton
          kind={disabled ? "line" : "danger"}
          text={disabled ? t.enable : t.disable}
          onTap={() => onAsk({ act: disabled ? "enable" : "disable" })}
        />
      </View>
    </View>
  );
}

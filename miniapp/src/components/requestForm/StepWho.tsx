import { View } from "@tarojs/components";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { FIELD_PLACEHOLDERS } from "@talent/shared/labels/catalogue";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { Heading } from "../base/Heading";
import { DateField } from "../form/Picker";
import { TextField } from "../form/TextField";
import { BeneficiaryPicker } from "../talent/BeneficiaryPicker";
import {
  beneficiaryOptions,
  chosenOption,
  chosenValues,
  type BeneficiaryOption,
  type FamilyMember,
} from "./beneficiaryChoices";
import { formTexts } from "./formTexts";
import type { StepProps } from "./stepProps";

const NAME_LENGTH = 40;
const OLDEST_BIRTH = "1900-01-01";

export interface StepWhoProps extends StepProps {
  item: ItemDetail;
  /** Masked name of the talent. */
  ownName: string;
  /** The talent's family on record. */
  family: readonly FamilyMember[];
}

/** For whom: the talent, somebody of the family on record, or somebody who is named here. */
export function StepWho({ item, values, set, errors, ownName, family }: StepWhoProps) {
  const t = useTexts(formTexts);
  const words = useWords();
  const options = beneficiaryOptions(item.beneficiaries, family);
  const nameOf = ({ kind, member }: BeneficiaryOption) => {
    if (kind === "self") return ownName;
    if (member === undefined) return family.some(({ relation }) => relation === kind) ? t.notOnRecord : "";
    return member.age === undefined ? member.maskedName : t.memberWithAge(member.maskedName, member.age);
  };
  const choose = (key: string) => {
    const option = options.find((each) => each.key === key);
    if (option === undefined) return;
    const chosen = chosenValues(option);
    set("beneficiary", chosen.beneficiary);
    set("memberId", chosen.memberId);
    set("memberAge", chosen.memberAge);
  };
  const toBeNamed =
    (values.beneficiary === "spouse" || values.beneficiary === "child") && values.memberId === undefined;
  return (
    <View id="who">
      <Heading className="t-xl b mt-4 mb-3">{t.who}</Heading>
      <BeneficiaryPicker
        label={t.who}
        choices={options.map((option) => ({
          value: option.key,
          relation: words.say(BENEFICIARY_LABELS[option.kind]),
          name: nameOf(option),
        }))}
        value={chosenOption(options, values)?.key}
        onChange={choose}
      />
      {errors.who === undefined ? null : <View className="t-s brick mt-2">{errors.who}</View>}
      {toBeNamed ? (
        <TextField
          anchor="who-name"
          label={t.name}
          hint={t.nameHint}
          value={values.name}
          most={NAME_LENGTH}
          error={errors["who-name"]}
          onChange={(name) => set("name", name)}
        />
      ) : null}
      {toBeNamed && values.beneficiary === "child" ? (
        <DateField
          anchor="who-born"
          label={t.bornOn}
          hint={t.bornOnHint}
          value={values.bornOn}
          shown={values.bornOn === undefined ? undefined : words.date(values.bornOn)}
          placeholder={words.say(FIELD_PLACEHOLDERS.date)}
          from={OLDEST_BIRTH}
          to={words.todayOn}
          error={errors["who-born"]}
          onChange={(on) => set("bornOn", on)}
        />
      ) : null}
    </View>
  );
}

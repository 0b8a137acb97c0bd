import { View } from "@tarojs/components";
import type { Me } from "@talent/shared/contract/schemas/accounts";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import type { Beneficiary } from "@talent/shared/domain/talents";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { Heading } from "../../../components/base/Heading";
import { DateField } from "../../../components/form/Picker";
import { TextField } from "../../../components/form/TextField";
import { BeneficiaryPicker } from "../../../components/talent/BeneficiaryPicker";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { FIELD_PLACEHOLDERS } from "@talent/shared/labels/catalogue";
import type { StepProps } from "./stepProps";
import { formTexts } from "./texts";

const NAME_LENGTH = 40;
const OLDEST_BIRTH = "1900-01-01";

function nameOf(who: Beneficiary, me: Me): string {
  if (who === "self") return me.talent?.maskedName ?? me.displayName;
  const member = me.talent?.family.find(({ relation }) => relation === who);
  return member?.maskedName ?? "";
}

/** Step 1: the talent, the spouse or a child. */
export function StepWho({ item, values, set, errors, me }: StepProps & { item: ItemDetail; me: Me }) {
  const t = useTexts(formTexts);
  const words = useWords();
  const other = values.beneficiary === "spouse" || values.beneficiary === "child";
  return (
    <View id="who">
      <Heading className="t-xl b mt-4 mb-3">{t.who}</Heading>
      <BeneficiaryPicker<Beneficiary>
        label={t.who}
        choices={item.beneficiaries.map((value) => ({
          value,
          relation: words.say(BENEFICIARY_LABELS[value]),
          name: nameOf(value, me),
        }))}
        value={values.beneficiary}
        onChange={(value) => set("beneficiary", value)}
      />
      {errors.who === undefined ? null : <View className="t-s brick mt-2">{errors.who}</View>}
      {other ? (
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
      {values.beneficiary === "child" ? (
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

import { Text, View } from "@tarojs/components";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { Button } from "../../../components/base/Button";
import { Section } from "../../../components/base/Section";
import { KeyValue } from "../../../components/list/Fact";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { Consents } from "../../../components/requestForm/Consents";
import type { FamilyMember } from "../../../components/requestForm/beneficiaryChoices";
import { neededMaterials } from "../../../components/requestForm/formState";
import type { StepProps } from "../../../components/requestForm/stepProps";
import { formTexts } from "../../../components/requestForm/formTexts";

export interface StepReviewProps extends StepProps {
  item: ItemDetail;
  /** Files handed in, by material. */
  filesOf: (materialKey: string) => number;
  onGoTo: (step: number) => void;
  /** The talent's family on record. */
  family: readonly FamilyMember[];
}

/** Step 4: everything once more, what is promised, and each consent on its own. */
export function StepReview(props: StepReviewProps) {
  const { item, values, set, errors } = props;
  const t = useTexts(formTexts);
  return (
    <View>
      <Section title={t.review} />
      <Answers {...props} />
      <Section title={t.promise} />
      <View className="card">
        <View>{t.promiseText(item.limitDays)}</View>
        <View className="t-s ink-2 mt-2">{t.promiseStop}</View>
      </View>
      <Section title={t.consents} />
      <Consents item={item} values={values} set={set} errors={errors} />
      <View className="hint">{t.messages}</View>
    </View>
  );
}

/** What was filled in, with a way back to each part. */
function Answers({ item, values, filesOf, onGoTo, family }: StepReviewProps) {
  const t = useTexts(formTexts);
  const words = useWords();
  const who = values.beneficiary;
  const whoWords = who === undefined ? "" : words.say(BENEFICIARY_LABELS[who]);
  const member = family.find(({ id }) => id === values.memberId);
  const name = who === "self" ? "" : (member?.maskedName ?? values.name);
  const points = values.points.filter((point) => point.trim() !== "");
  return (
    <View className="card card-flush">
      <KeyValue first label={t.item} value={words.say(item.name)} />
      <KeyValue label={t.who} value={name === "" ? whoWords : `${whoWords} ${name}`} />
      <View className="kv">
        <Text className="kv-k">{t.wishes}</Text>
        <View className="kv-v">
          {points.map((point, index) => (
            <View key={index}>{points.length > 1 ? `${index + 1}. ${point}` : point}</View>
          ))}
        </View>
      </View>
      {neededMaterials(item, who).map(({ key, name }) => (
        <KeyValue
          key={key}
          wide
          label={words.say(name)}
          value={filesOf(key) === 0 ? t.noFile : t.files(filesOf(key))}
        />
      ))}
      <View className="row">
        {t.change.map((text, step) => (
          <Button key={text} kind="text" small text={text} onTap={() => onGoTo(step)} />
        ))}
      </View>
    </View>
  );
}

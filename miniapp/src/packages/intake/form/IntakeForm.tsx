import { View } from "@tarojs/components";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { Note } from "../../../components/base/Note";
import { Section } from "../../../components/base/Section";
import { neededMaterials } from "../../../components/requestForm/formState";
import { Consents } from "../../../components/requestForm/Consents";
import { StepWho } from "../../../components/requestForm/StepWho";
import { StepWishes } from "../../../components/requestForm/StepWishes";
import { errorSentence } from "../../../i18n/errorWords";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { intakeTexts } from "../texts";
import { PaperRow } from "./PaperRow";
import { tick } from "./paperChecks";
import type { Intake } from "./useIntake";

export interface IntakeFormProps {
  item: ItemDetail;
  maskedName: string;
  intake: Intake;
  /** What is wrong, by anchor. */
  errors: Readonly<Record<string, string | undefined>>;
}

function Papers({ item, intake, errors }: IntakeFormProps) {
  const t = useTexts(intakeTexts);
  const words = useWords();
  const { values, checks, check, photos } = intake;
  const materials = neededMaterials(item, values.beneficiary);
  const required = materials.filter((material) => material.required);
  const done = required.filter(({ key }) => checks[key] !== undefined || photos.photographed.has(key)).length;
  return (
    <>
      <Section title={t.papers} aside={t.papersState(required.length, done)} />
      {photos.failed === undefined ? null : (
        <Note tone="brick" className="mb-3" text={errorSentence(photos.failed, words.language)} />
      )}
      {materials.length === 0 ? <View className="ink-2">{t.noPapers}</View> : null}
      <View className="card card-flush">
        {materials.map((material, index) => (
          <PaperRow
            key={material.key}
            material={material}
            first={index === 0}
            seen={checks[material.key]}
            files={photos.filesOf(material.key)}
            going={photos.going[material.key]}
            error={
              errors[`material-${material.key}`] === undefined
                ? undefined
                : t.paperMissing(words.say(material.name))
            }
            onTick={(seen) => check(tick(checks, material.key, seen))}
            onPhotograph={() => photos.take(material.key)}
            onRetry={() => photos.retry(material.key)}
            onRemove={photos.remove}
          />
        ))}
      </View>
    </>
  );
}

/** The request as it lies on the counter, on one page: for whom, what, which papers, which consents. */
export function IntakeForm(props: IntakeFormProps) {
  const { item, maskedName, intake, errors } = props;
  const t = useTexts(intakeTexts);
  const shared = { values: intake.values, set: intake.set, errors };
  return (
    <View>
      <StepWho {...shared} item={item} ownName={maskedName} family={[]} />
      <StepWishes {...shared} item={item} />
      <Papers {...props} />
      <Section title={t.consents} />
      <Consents {...shared} item={item} />
    </View>
  );
}

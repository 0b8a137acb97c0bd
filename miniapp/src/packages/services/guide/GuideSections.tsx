import { View } from "@tarojs/components";
import type { ItemDetail, MaterialSpec } from "@talent/shared/contract/schemas/catalogue";
import { CHANNEL_LABELS } from "@talent/shared/labels/catalogue";
import { BENEFICIARY_LABELS } from "@talent/shared/labels/people";
import { Section } from "../../../components/base/Section";
import { KeyValue } from "../../../components/list/Fact";
import { CheckRow } from "../../../components/talent/CheckRow";
import { Steps } from "../../../components/talent/Steps";
import { useTexts } from "../../../i18n/texts";
import { useWords, type Words } from "../../../i18n/useWords";
import { guideTexts } from "./texts";

/** The item's own hint; where it has none, for whom the material is needed. */
function hintOf(material: MaterialSpec, words: Words, onlyFor: (who: string) => string): string | undefined {
  if (material.hint !== undefined) return words.say(material.hint);
  if (material.beneficiaries === undefined) return undefined;
  const who = material.beneficiaries.map((beneficiary) => words.say(BENEFICIARY_LABELS[beneficiary]));
  return onlyFor(who.join(words.language === "zh" ? "、" : ", "));
}

/** Everything a guide says below its facts. */
export function GuideSections({ item }: { item: ItemDetail }) {
  const t = useTexts(guideTexts);
  const words = useWords();
  return (
    <View>
      {item.conditions.length === 0 ? null : (
        <>
          <Section title={t.conditions} />
          <View className="card card-flush">
            {item.conditions.map((condition, index) => (
              <View key={condition.zh} className={`check ${index === 0 ? "check-first" : ""}`}>
                {words.say(condition)}
              </View>
            ))}
          </View>
        </>
      )}
      <Section
        title={t.materials}
        aside={item.materials.length === 0 ? null : t.materialCount(item.materials.length)}
      />
      <View className="card card-flush">
        {item.materials.length === 0 ? <View className="check check-first">{t.noMaterials}</View> : null}
        {item.materials.map((material, index) => (
          <CheckRow
            key={material.key}
            first={index === 0}
            name={words.say(material.name)}
            hint={hintOf(material, words, t.onlyFor)}
            optional={!material.required}
          />
        ))}
      </View>
      <Section title={t.steps} />
      <View className="card">
        <Steps
          steps={item.steps.map((step) => ({
            title: words.say(step.title),
            hint: step.hint === undefined ? undefined : words.say(step.hint),
          }))}
        />
      </View>
      <GuideFacts item={item} />
    </View>
  );
}

/** For whom, where, by whom and on what basis. */
function GuideFacts({ item }: { item: ItemDetail }) {
  const t = useTexts(guideTexts);
  const words = useWords();
  const list = (texts: string[]) => texts.join(words.language === "zh" ? "、" : ", ");
  return (
    <View className="card card-flush mt-3">
      <KeyValue first label={t.audience} value={t.categories(list([...item.categories]))} />
      <KeyValue
        label={t.who}
        value={list(item.beneficiaries.map((who) => words.say(BENEFICIARY_LABELS[who])))}
      />
      <KeyValue
        label={t.channels}
        value={list(item.channels.map((channel) => words.say(CHANNEL_LABELS[channel])))}
      />
      <KeyValue label={t.departments} value={list(item.departmentNames)} />
      {item.basis.length === 0 ? null : <KeyValue label={t.basis} value={list(item.basis.map(words.say))} />}
      {item.feeBasis === undefined ? null : <KeyValue label={t.feeBasis} value={words.say(item.feeBasis)} />}
    </View>
  );
}

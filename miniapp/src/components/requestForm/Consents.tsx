import { View } from "@tarojs/components";
import type { ItemDetail } from "@talent/shared/contract/schemas/catalogue";
import { CONSENT_LABELS } from "@talent/shared/labels/catalogue";
import { useWords } from "../../i18n/useWords";
import { Consent } from "../form/Consent";
import { neededConsents } from "./formState";
import type { StepProps } from "./stepProps";

/** Every consent that the request needs, each on its own. */
export function Consents({ item, values, set, errors }: StepProps & { item: ItemDetail }) {
  const words = useWords();
  return (
    <View className="card card-flush">
      {neededConsents(item, values, words.todayOn).map((kind, index) => (
        <View key={kind}>
          <Consent
            anchor={`consent-${kind}`}
            first={index === 0}
            text={words.say(CONSENT_LABELS[kind])}
            given={values.consents[kind] === true}
            onChange={(given) => set("consents", { ...values.consents, [kind]: given })}
          />
          {errors[`consent-${kind}`] === undefined ? null : (
            <View className="t-s brick mb-3">{errors[`consent-${kind}`]}</View>
          )}
        </View>
      ))}
    </View>
  );
}

import { View } from "@tarojs/components";
import { LANGUAGES, TEXT_SIZES } from "@talent/shared/domain/preferences";
import { LANGUAGE_LABELS, TEXT_SIZE_LABELS } from "@talent/shared/labels/people";
import { api } from "../../../api/client";
import { Section } from "../../../components/base/Section";
import { Segmented } from "../../../components/form/Choices";
import { ToggleCell } from "../../../components/list/Cell";
import { switchSingleKeys, useSingleKeys } from "../../../components/staff/browser/keys";
import { meTexts } from "../../../components/staff/texts/meTexts";
import { useSettings } from "../../../hooks/useSettings";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";

/** Text size, language and keys. The device keeps them at once; the account learns of them when it can. */
export function MeSettings({ withKeys }: { withKeys: boolean }) {
  const t = useTexts(meTexts);
  const { say } = useWords();
  const { textSize, language, chooseSize, chooseLanguage } = useSettings();
  const keysOn = useSingleKeys((store) => store.on);
  const tell = (body: { textSize?: typeof textSize; language?: typeof language }) =>
    void api("me.updatePreferences", { body }).catch(() => undefined);
  return (
    <>
      <Section title={t.textSize} />
      <Segmented
        label={t.textSize}
        choices={TEXT_SIZES.map((value) => ({ value, label: say(TEXT_SIZE_LABELS[value]) }))}
        value={textSize}
        onChange={(value) => {
          chooseSize(value);
          tell({ textSize: value });
        }}
      />
      <Section title={t.language} />
      <Segmented
        label={t.language}
        choices={LANGUAGES.map((value) => ({ value, label: say(LANGUAGE_LABELS[value]) }))}
        value={language}
        onChange={(value) => {
          chooseLanguage(value);
          tell({ language: value });
        }}
      />
      {withKeys ? (
        <View className="card card-flush mt-4">
          <ToggleCell first label={t.keys} hint={t.keysHint} on={keysOn} onChange={switchSingleKeys} />
        </View>
      ) : null}
    </>
  );
}

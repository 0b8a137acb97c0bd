import { View } from "@tarojs/components";
import { LANGUAGES, TEXT_SIZES, type Language, type TextSize } from "@talent/shared/domain/preferences";
import { LANGUAGE_LABELS, TEXT_SIZE_LABELS } from "@talent/shared/labels/people";
import { Section } from "../../../components/base/Section";
import { RadioList } from "../../../components/form/Choices";
import { Page } from "../../../components/frame/Page";
import { chooseLanguage, chooseTextSize } from "../../../hooks/usePreferences";
import { useSettings } from "../../../hooks/useSettings";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { settingsTexts } from "../texts";

/** Text size in three steps or as in WeChat, and language; both take effect at once. */
export default function PreferencesPage() {
  const t = useTexts(settingsTexts);
  const words = useWords();
  const { textSize, language } = useSettings();
  return (
    <Page name="preferences" title={t.display} backTo="me">
      <Section title={t.size} />
      <RadioList<TextSize>
        label={t.size}
        choices={TEXT_SIZES.map((value) => ({
          value,
          label: words.say(TEXT_SIZE_LABELS[value]),
          hint: t.sizeHints[value],
        }))}
        value={textSize}
        onChange={chooseTextSize}
      />
      <View className="card mt-3">
        <View className="t-s ink-2">{t.preview}</View>
        <View className="mt-1">{t.previewText}</View>
      </View>
      <Section title={t.language} />
      <RadioList<Language>
        label={t.language}
        choices={LANGUAGES.map((value) => ({ value, label: words.say(LANGUAGE_LABELS[value]) }))}
        value={language}
        onChange={chooseLanguage}
      />
    </Page>
  );
}

import { Text, View } from "@tarojs/components";
import { usePendingScans } from "../../../hooks/pendingScans";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { verifyTexts } from "../texts";
import type { Outcome } from "./outcome";
import { ResultHead } from "./ResultHead";
import { resultFacts } from "./resultFacts";

/** The answer, who it is about, and why. */
export function ResultView({ outcome }: { outcome: Outcome }) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const { waiting } = usePendingScans();
  const person = "person" in outcome ? outcome.person : undefined;
  return (
    <View className="vf-result">
      <ResultHead outcome={outcome} />
      <View className="vf-body">
        {person === undefined ? null : (
          <View className="row row-base mb-3">
            <Text className="vf-name">{person.maskedName}</Text>
            <Text className="t-xl b">{t.category(person.category)}</Text>
          </View>
        )}
        {resultFacts(outcome, waiting, t, words).map(({ label, fact, behind }) => (
          <View key={label} className="vf-fact">
            <Text className="vf-fact-l">{label}</Text>
            <View className="grow">
              <View>{fact}</View>
              {behind === undefined ? null : <View className="t-s ink-2">{behind}</View>}
            </View>
          </View>
        ))}
      </View>
    </View>
  );
}

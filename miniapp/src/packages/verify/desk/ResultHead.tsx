import { Text, View } from "@tarojs/components";
import { aria } from "../../../components/base/aria";
import { Icon } from "../../../components/base/Icon";
import { useTexts } from "../../../i18n/texts";
import { useWords, type Words } from "../../../i18n/useWords";
import { verifyTexts } from "../texts";
import type { Outcome } from "./outcome";

type Look = "yes" | "no" | "unknown";
type Texts = (typeof verifyTexts)["zh-CN"];

export function lookOf(outcome: Outcome): Look {
  if (outcome.kind === "refused" || outcome.kind === "offlineRefused") return "unknown";
  return outcome.answer.entitled ? "yes" : "no";
}

function questionOf(outcome: Outcome, look: Look, t: Texts, words: Words): string {
  const item = outcome.item === undefined ? undefined : words.say(outcome.item.name);
  if (look === "unknown") return t.unknownFor;
  if (item === undefined) return look === "yes" ? t.yesNoItem : t.noNoItem;
  return look === "yes" ? t.yesFor(item) : t.noFor(item);
}

/** The answer from afar: a circle for yes, a square for no, a dashed ring for a check without network. */
export function ResultHead({ outcome }: { outcome: Outcome }) {
  const t = useTexts(verifyTexts);
  const words = useWords();
  const look = lookOf(outcome);
  const offline = outcome.kind === "offline" || outcome.kind === "offlineRefused";
  return (
    <View className={`vf-top vf-top-${look}`} {...aria({ role: "status" })}>
      <View className="row row-between t-s">
        <Text>{outcome.desk}</Text>
        <View className="row">
          {offline ? <Icon name="offline" size="xs" className="mr-2" /> : null}
          <Text>{offline ? t.offline : t.checkedAt(words.time(outcome.at))}</Text>
        </View>
      </View>
      <View className={`vf-ring ${outcome.kind === "offline" ? "vf-ring-on" : ""}`}>
        <View className={`vf-shape vf-shape-${look}`}>
          <Icon
            name={look === "yes" ? "check" : look === "no" ? "close" : "alert"}
            size="l"
            colour="on-primary"
            stroke={2.4}
            className="vf-mark"
          />
        </View>
      </View>
      <View className="vf-word">{t[look]}</View>
      <View className="vf-question">{questionOf(outcome, look, t, words)}</View>
    </View>
  );
}

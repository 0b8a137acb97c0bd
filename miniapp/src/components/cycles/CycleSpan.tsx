import { Text, View } from "@tarojs/components";
import { daysBetween } from "@talent/shared/calendar/dates";
import type { CycleSummary } from "@talent/shared/contract/schemas/cycles";
import { CYCLE_STAGE_LABELS } from "@talent/shared/labels/cycles";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { aria } from "../base/aria";
import { StatusMark } from "../base/StatusMark";
import { KeyValue } from "../list/Fact";
import { cycleShape } from "./cycleShape";
import { cycleTexts } from "./cycleTexts";

/** Where the cycle stands today: stage, what happens next and who acts, the three years and their dates. */
export function CycleSpan({ cycle }: { cycle: CycleSummary }) {
  const t = useTexts(cycleTexts);
  const words = useWords();
  const { startsOn, endsOn, notifiedOn, evaluationOpensOn } = cycle;
  const passed = daysBetween(startsOn, words.todayOn) / Math.max(1, daysBetween(startsOn, endsOn));
  const share = Math.round(Math.min(1, Math.max(0, passed)) * 100);
  const dates = {
    notified: words.date(notifiedOn),
    opens: words.date(evaluationOpensOn),
    ends: words.date(endsOn),
  };
  return (
    <View className="card">
      <View className="row row-between">
        <Text className="t-xl b">{t.left(cycle.daysLeft)}</Text>
        <StatusMark shape={cycleShape(cycle)} word={words.say(CYCLE_STAGE_LABELS[cycle.stage])} />
      </View>
      <View className="mt-1">{t.next[cycle.stage](dates)}</View>
      <View className="bar mt-3 mb-2" {...aria({ role: "img", label: t.bar(share) })}>
        <View className="bar-in" style={{ width: `${share}%` }} />
      </View>
      <KeyValue first label={t.from} value={words.date(startsOn)} />
      <KeyValue label={t.notifiedOn} value={dates.notified} />
      <KeyValue label={t.opensOn} value={dates.opens} />
      <KeyValue label={t.endsOn} value={dates.ends} />
      <View className="t-s ink-2 mt-2">{t.reading}</View>
    </View>
  );
}

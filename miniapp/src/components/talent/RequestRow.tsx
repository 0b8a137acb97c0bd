import { Text, View } from "@tarojs/components";
import { talentTexts } from "../../i18n/talentTexts";
import { useTexts } from "../../i18n/texts";
import { Tap } from "../base/Tap";

/** What stands at the right: days to go, a call to act, or nothing. */
export type RowEnd =
  | { kind: "left"; days: number }
  | { kind: "today" }
  | { kind: "late"; days: number }
  | { kind: "act"; text: string; tone: "amber" | "pri" }
  | { kind: "state"; text: string; tone: "plain" | "moss" | "brick" };

export interface RequestRowProps {
  item: string;
  /** One plain sentence: who does what. */
  sentence: string;
  /** The expected day in words. */
  expected?: string | undefined;
  end: RowEnd;
  first?: boolean;
  onTap: () => void;
}

function RowEndView({ end }: { end: RowEnd }) {
  const t = useTexts(talentTexts);
  if (end.kind === "act" || end.kind === "state") {
    return (
      <View className={`pill pill-${end.tone} ml-3`}>
        <Text>{end.text}</Text>
      </View>
    );
  }
  if (end.kind === "today") {
    return (
      <View className="req-num">
        <View className="t-l b amber">{t.dueToday}</View>
        <View className="t-xs ink-2">{t.dueTodayWords}</View>
      </View>
    );
  }
  const late = end.kind === "late";
  return (
    <View className="req-num">
      <View className={`t-xs ${late ? "brick" : "ink-2"}`}>{late ? t.late : t.left}</View>
      <View className={`num req-n ${late ? "req-n-brick" : ""}`}>{String(end.days)}</View>
      <View className="t-xs ink-2">{t.workingDays(end.days)}</View>
    </View>
  );
}

/** One request of the talent; the whole row opens it. */
export function RequestRow({ item, sentence, expected, end, first = false, onTap }: RequestRowProps) {
  const t = useTexts(talentTexts);
  return (
    <Tap className={`req ${first ? "req-first" : ""}`} role="link" onTap={onTap}>
      <View className="grow">
        <View className="t-l b">{item}</View>
        <View className="t-s ink-2">{sentence}</View>
        {expected === undefined ? null : (
          <View className="t-s ink-2">
            <Text>{end.kind === "late" ? t.overdueBefore : t.expectedBefore}</Text>
            <Text className="ink b nb">{expected}</Text>
            {t.expectedAfter === "" ? null : <Text className="nb">{t.expectedAfter}</Text>}
          </View>
        )}
      </View>
      <RowEndView end={end} />
    </Tap>
  );
}

import { Text, View } from "@tarojs/components";
import type { PlannedPost } from "@talent/shared/contract/schemas/posts";
import { Heading } from "../../components/base/Heading";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { coveredToday } from "./planRuns";
import { postTexts } from "./texts";

/** 今天代岗: who stands in for whom, with how many cases, until when. */
export function CoverToday({ posts }: { posts: readonly PlannedPost[] }) {
  const t = useTexts(postTexts);
  const words = useWords();
  const covered = coveredToday(posts);
  return (
    <View>
      <Heading className="po-h">{t.coverToday}</Heading>
      {covered.length === 0 ? <View className="t-s ink-2 mt-1">{t.nobodyCovers}</View> : null}
      {covered.map(({ id, duty, openCases }) => (
        <View key={id} className="po-line t-s">
          <View className="hd-l hd-b">
            <Text>B</Text>
          </View>
          <Text className="none mr-2">{duty?.name ?? ""}</Text>
          <Text className="grow ink-2 sf-el">{t.coverLine(duty?.coveringFor ?? "", openCases)}</Text>
          {duty?.untilOn === undefined ? null : (
            <Text className="none ink-2 ml-2">
              {duty.untilOn === words.todayOn ? t.untilToday : t.until(words.date(duty.untilOn))}
            </Text>
          )}
        </View>
      ))}
    </View>
  );
}

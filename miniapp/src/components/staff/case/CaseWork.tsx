import { Text, View } from "@tarojs/components";
import type { RequestDetail } from "@talent/shared/contract/schemas/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { aria } from "../../base/aria";
import { Heading } from "../../base/Heading";
import { StatusMark } from "../../base/StatusMark";
import { caseWorkTexts } from "../texts/caseWorkTexts";
import { workLines, type WorkLine } from "./workLines";

function Line({ line }: { line: WorkLine }) {
  return (
    <View className="cw-l" {...aria({ role: "listitem" })}>
      <StatusMark shape={line.shape} size="14" className="cw-m" />
      <View className="grow">
        <View className="row row-between row-wrap">
          <Text className="b cw-what">{line.what}</Text>
          <Text className={`t-s cw-state cw-${line.tone}`}>{line.state}</Text>
        </View>
        <View>{line.text}</View>
        <View className="t-xs ink-2">{line.who}</View>
        {line.answer === undefined ? null : (
          <View className="cw-answer">
            <View>{line.answer.text}</View>
            <View className="t-xs ink-2">{line.answer.who}</View>
          </View>
        )}
      </View>
    </View>
  );
}

/** What goes on beside the straight line of a case; nothing where nothing does. */
export function CaseWork({ request }: { request: RequestDetail }) {
  const t = useTexts(caseWorkTexts);
  const lines = workLines(request, t, useWords());
  if (lines.length === 0) return null;
  return (
    <View className="cs-s">
      <Heading className="cs-h">{t.title}</Heading>
      <View {...aria({ role: "list" })}>
        {lines.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </View>
    </View>
  );
}

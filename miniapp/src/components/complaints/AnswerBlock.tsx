import { Text, View } from "@tarojs/components";
import type { ComplaintDetail } from "@talent/shared/contract/schemas/complaints";
import { COMPLAINT_RESULT_LABELS } from "@talent/shared/labels/complaints";
import { useTexts } from "../../i18n/texts";
import { useWords } from "../../i18n/useWords";
import { Tag } from "../base/Tag";
import { complaintTexts } from "./complaintTexts";

type Answer = ComplaintDetail["answers"][number];

/** One answer: what was found, what is done about it, who says so, and what the writer said of it. */
export function AnswerBlock({ answer }: { answer: Answer }) {
  const t = useTexts(complaintTexts);
  const words = useWords();
  const { reply } = answer;
  return (
    <View>
      <View className="row">
        <Text className="grow b">{t.answerOf(answer.round)}</Text>
        <Tag text={words.say(COMPLAINT_RESULT_LABELS[answer.result])} tone="pri" />
      </View>
      <View className="mt-2">{answer.text}</View>
      {answer.measures === undefined ? null : (
        <View className="mt-2">
          <Text className="ink-2">{`${t.measures}　`}</Text>
          <Text>{answer.measures}</Text>
        </View>
      )}
      <View className="t-s ink-2 mt-1">{t.answeredBy(answer.by, words.moment(answer.at))}</View>
      {reply === undefined ? null : (
        <View className="mt-2">
          <Text className="b">{reply.satisfied ? t.satisfied : t.notSatisfied}</Text>
          {reply.reason === undefined ? null : <Text>{`　${reply.reason}`}</Text>}
        </View>
      )}
    </View>
  );
}

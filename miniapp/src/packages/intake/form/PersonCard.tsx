import { Text, View } from "@tarojs/components";
import type { Verified } from "@talent/shared/contract/schemas/talentCode";
import { NOT_ENTITLED_SENTENCES } from "@talent/shared/labels/people";
import { StatusMark } from "../../../components/base/StatusMark";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { intakeTexts } from "../texts";

/** Who stands at the counter, masked, and whether they may have the item. */
export function PersonCard({ verified, checking }: { verified: Verified; checking: boolean }) {
  const t = useTexts(intakeTexts);
  const { say } = useWords();
  const { maskedName, category, districtName, answer, reason } = verified;
  const sentence =
    reason !== undefined && reason in NOT_ENTITLED_SENTENCES
      ? say(NOT_ENTITLED_SENTENCES[reason as keyof typeof NOT_ENTITLED_SENTENCES])
      : undefined;
  return (
    <View className="card">
      <View className="row row-between row-wrap">
        <Text className="t-xl b">{t.who(maskedName, category, districtName)}</Text>
        {checking ? (
          <Text className="t-s ink-2">{t.checking}</Text>
        ) : (
          <StatusMark shape={answer === "yes" ? "done" : "refused"} word={t.verified} className="t-s" />
        )}
      </View>
      {answer === "no" && sentence !== undefined ? (
        <View className="brick mt-1">{sentence}</View>
      ) : (
        <View className="t-s ink-2 mt-1">{t.checkPerson}</View>
      )}
    </View>
  );
}

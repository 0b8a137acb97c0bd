import { Text, View } from "@tarojs/components";
import type { RequestSummary } from "@talent/shared/contract/schemas/requests";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { caseWorkTexts } from "../texts/caseWorkTexts";

/** 督办中 and the dated promise of a case, as tags; nothing where there is neither. */
export function WorkMarks({
  request,
  className = "",
}: {
  request: Pick<RequestSummary, "supervised" | "promise" | "status">;
  className?: string;
}) {
  const t = useTexts(caseWorkTexts);
  const { date } = useWords();
  const { supervised, promise } = request;
  const shown = promise !== undefined && promise.state !== "kept" ? promise : undefined;
  if (supervised !== true && shown === undefined) return null;
  return (
    <View className={`row row-wrap ${className}`}>
      {supervised === true ? <Text className="cw-tag cw-tag-amber">{t.supervised}</Text> : null}
      {shown === undefined ? null : (
        <Text className={`cw-tag ${shown.state === "broken" ? "cw-tag-brick" : "cw-tag-pri"}`}>
          {shown.state === "broken" ? t.promiseBroken : t.promised(date(shown.on))}
        </Text>
      )}
    </View>
  );
}

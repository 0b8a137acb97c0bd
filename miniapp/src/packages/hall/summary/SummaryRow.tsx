import { Text, View } from "@tarojs/components";
import type { HallDisplay } from "@talent/shared/contract/schemas/counters";
import { WINDOW_STATUS_LABELS } from "@talent/shared/labels/counters";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import { hallTexts } from "../hallTexts";

export interface SummaryRowProps {
  window: HallDisplay["windows"][number];
  /** No room for the name of the item. */
  narrow: boolean;
  /** This call is new: the number blinks three times. */
  freshSeq: number | undefined;
}

/** One window on the big screen: its number, whom it serves, with what. */
export function SummaryRow({ window, narrow, freshSeq }: SummaryRowProps) {
  const t = useTexts(hallTexts);
  const { say } = useWords();
  const { current } = window;
  const called = current?.status === "called";
  return (
    <View className={`hs-row ${called ? "hs-row-on" : ""}`}>
      <View className="hs-win hl-row hl-base">
        <Text className="num hs-win-n">{String(window.windowNumber)}</Text>
        <Text className="hs-win-t">{narrow ? t.windowShort : t.windowWord}</Text>
      </View>
      {current === undefined ? (
        <Text className="hs-off">
          {window.status === "open" ? t.free : say(WINDOW_STATUS_LABELS[window.status])}
        </Text>
      ) : (
        <>
          <View key={freshSeq ?? 0} className={`num hs-no ${freshSeq === undefined ? "" : "hl-new"}`}>
            {current.number}
          </View>
          {narrow ? null : <Text className="hs-item">{say(current.itemName)}</Text>}
          <Text className="hs-state">{called ? t.nowCalling : t.nowServing}</Text>
        </>
      )}
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { HallDisplay } from "@talent/shared/contract/schemas/counters";
import { apiAsNobody } from "../../../api/client";
import { aria } from "../../../components/base/aria";
import { ErrorState } from "../../../components/list/States";
import { pageParams } from "../../../hooks/navigation";
import { usePolled } from "../../../hooks/usePolled";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import "../hall.scss";
import { HallPage } from "../HallPage";
import { hallTexts } from "../hallTexts";
import "../summary.scss";
import { useCallOnce } from "../useCallOnce";
import { useClock } from "../useClock";
import { useVoice } from "../useVoice";
import { VoiceButton } from "../VoiceButton";
import { SummaryRow } from "./SummaryRow";

/** The big screen of a hall: every window, and how many wait in each line. */
export default function HallSummaryPage() {
  const t = useTexts(hallTexts);
  const words = useWords();
  const now = useClock();
  const voice = useVoice(t.voiceSample);
  const [id] = useState(() => pageParams().hall ?? "");
  const polled = usePolled("displays.hall", { id, call: apiAsNobody, keepAs: `display:${id}` });
  const display = polled.answer?.display;
  const fresh = useCallOnce(`hall:${id}`, display?.announcements, ({ speech }) =>
    voice.say(words.say(speech)),
  );
  if (display === undefined) {
    return (
      <HallPage title={t.noWindow} className="hl-wait">
        {polled.error === undefined && id !== "" ? null : (
          <ErrorState error={polled.error} onRetry={() => void polled.refresh()} />
        )}
      </HallPage>
    );
  }
  return (
    <HallPage title={t.summaryTitle} className="hl hs">
      <View className="hl-top">
        <Text className="hs-title">{display.hallName}</Text>
        {polled.error === undefined || polled.heardAt === undefined ? null : (
          <Text className="hl-away" {...aria({ role: "status" })}>
            {t.awaySince(words.time(polled.heardAt))}
          </Text>
        )}
        <Text className="num hl-clock">{words.time(now)}</Text>
      </View>
      <View className="hs-rows" {...aria({ live: "polite" })}>
        {display.windows.map((window) => (
          <SummaryRow
            key={window.windowId}
            window={window}
            freshSeq={
              fresh !== undefined && fresh.number === window.current?.number ? fresh.sequence : undefined
            }
          />
        ))}
      </View>
      <Lines groups={display.groups} />
      <VoiceButton voice={voice} />
    </HallPage>
  );
}

function Lines({ groups }: { groups: HallDisplay["groups"] }) {
  const t = useTexts(hallTexts);
  const { say } = useWords();
  return (
    <View className="hs-lines">
      {groups.map((group) => (
        <View key={group.letter} className="hs-line">
          <Text className="num hs-line-l">{group.letter}</Text>
          <View className="grow">
            <View className="hs-line-n">{say(group.name)}</View>
            <View className="hs-line-w">{t.waiting(group.waiting)}</View>
          </View>
        </View>
      ))}
    </View>
  );
}

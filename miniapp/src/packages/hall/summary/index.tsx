import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { HallDisplay } from "@talent/shared/contract/schemas/counters";
import { apiAsNobody } from "../../../api/client";
import { aria } from "../../../components/base/aria";
import { pageParams } from "../../../hooks/navigation";
import { usePolled } from "../../../hooks/usePolled";
import { useTexts } from "../../../i18n/texts";
import { useWords } from "../../../i18n/useWords";
import "../hall.scss";
import { HallPage } from "../HallPage";
import { HallWait } from "../HallWait";
import { hallTexts } from "../hallTexts";
import "../summary.scss";
import { useCallOnce } from "../useCallOnce";
import { useClock } from "../useClock";
import { useVoice } from "../useVoice";
import { VoiceButton } from "../VoiceButton";
import { SummaryRow } from "./SummaryRow";

/** Windows that fit one below the other; more stand in two columns, without the names of the items. */
const ONE_COLUMN = 4;

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
  if (display === undefined)
    return <HallWait chosen={id !== ""} error={polled.error} onRetry={() => void polled.refresh()} />;
  const narrow = display.windows.length > ONE_COLUMN;
  return (
    <HallPage title={t.summaryTitle} className="hl hs">
      <View className="hl-top">
        <View className="hl-row hl-base hl-top-l">
          <Text className="hs-title">{display.hallName}</Text>
          {polled.error === undefined || polled.heardAt === undefined ? null : (
            <Text className="hl-away" {...aria({ role: "status" })}>
              {t.awaySince(words.time(polled.heardAt))}
            </Text>
          )}
        </View>
        <View className="hl-top-r">
          <VoiceButton voice={voice} />
          <Text className="num hl-clock">{words.time(now)}</Text>
        </View>
      </View>
      <View className={`hs-rows ${narrow ? "hs-two" : ""}`} {...aria({ live: "polite" })}>
        {display.windows.map((window) => (
          <SummaryRow
            key={window.windowId}
            window={window}
            narrow={narrow}
            freshSeq={
              fresh !== undefined && fresh.number === window.current?.number ? fresh.sequence : undefined
            }
          />
        ))}
      </View>
      <Lines groups={display.groups} />
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
          <View className="hl-row hl-base">
            <Text className="num hs-line-l">{group.letter}</Text>
            <Text className="hs-line-w">{t.waiting(group.waiting)}</Text>
          </View>
          <View className="hs-line-n">{say(group.name)}</View>
        </View>
      ))}
    </View>
  );
}
